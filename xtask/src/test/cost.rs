//! What a step costs: the time that it takes, and the time that processors work for it, which says the same on a machine
//! that others use too.

use std::fmt;
use std::time::{Duration, Instant};

/// What something has cost.
#[derive(Clone, Copy, Default)]
pub struct Cost {
    pub wall: Duration,
    /// Of all processors together; not where the system does not tell. What Wine's server does for its programs is not in it.
    pub processor: Option<Duration>,
}

/// What began to be counted.
pub struct Meter {
    begin: Instant,
    processor: Option<Duration>,
}

impl Meter {
    pub fn begin() -> Self {
        Self { begin: Instant::now(), processor: processor() }
    }

    pub fn cost(&self) -> Cost {
        let processor = processor().zip(self.processor).map(|(now, then)| now.saturating_sub(then));
        Cost { wall: self.begin.elapsed(), processor }
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>7.1} s", self.wall.as_secs_f64())?;
        self.processor.map_or(Ok(()), |processor| write!(f, " {:>7.1} s of processors", processor.as_secs_f64()))
    }
}

/// That of this program and of every program that it, or one of those, has run to its end.
#[cfg(unix)]
fn processor() -> Option<Duration> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let used = |who| {
        let usage = getrusage(who).ok()?;
        let microseconds = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
        Some(Duration::from_micros(microseconds.try_into().ok()?))
    };
    Some(used(UsageWho::RUSAGE_SELF)? + used(UsageWho::RUSAGE_CHILDREN)?)
}

#[cfg(not(unix))]
fn processor() -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Program;

    #[test]
    fn how_it_is_written() {
        let cost = Cost { wall: Duration::from_millis(1250), processor: Some(Duration::from_millis(12_340)) };
        assert_eq!(cost.to_string(), "    1.2 s    12.3 s of processors");
        assert_eq!(Cost { processor: None, ..cost }.to_string(), "    1.2 s");
    }

    #[cfg(unix)]
    #[test]
    fn what_another_program_works_is_counted_and_what_it_waits_is_not() {
        let cost = |program: &str| {
            let meter = Meter::begin();
            Program::new("sh").arg("-c").arg(program).run().expect("a shell");
            let cost = meter.cost();
            (cost.wall.as_secs_f64(), cost.processor.expect("Unix tells").as_secs_f64())
        };
        // Other tests run in this process too.
        let (wall, processor) = cost("sleep 1");
        assert!(wall >= 1.0 && processor < 0.9, "slept for {wall} s and worked for {processor} s");
        // As `times` of the shell has it: the work of a program that a program ran.
        let (_, processor) = cost("sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done'; true");
        assert!(processor > 0.05, "worked for {processor} s");
    }
}
