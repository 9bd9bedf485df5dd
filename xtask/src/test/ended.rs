//! How a step ended, as its process tells it to the one that began it.

use std::path::Path;
use std::time::Duration;

use fs_err as fs;

use super::cost::Cost;
use crate::failure::{Failure, Outcome};

pub struct Ended {
    pub cost: Cost,
    pub problem: Option<Failure>,
}

const LACK: &str = "lack";
const FAILURE: &str = "failure";

impl Ended {
    /// The first line is the time, the second that of processors, the third what kind of problem there is, and the rest what
    /// it is.
    pub fn write(&self, file: &Path) -> Outcome {
        let processor = self.cost.processor.map_or_else(String::new, |time| time.as_micros().to_string());
        let (kind, what) = self
            .problem
            .as_ref()
            .map_or(("", ""), |problem| (if problem.is_lack { LACK } else { FAILURE }, problem.what.as_str()));
        Ok(fs::write(file, format!("{}\n{processor}\n{kind}\n{what}", self.cost.wall.as_micros()))?)
    }

    pub fn read(file: &Path) -> Outcome<Self> {
        let text = fs::read_to_string(file)?;
        let lines: Vec<&str> = text.splitn(4, '\n').collect();
        let [wall, processor, kind, what] = lines[..] else {
            return Err(Failure::new(format!("{}: not how a step ended", file.display())));
        };
        let time = |text: &str| text.parse().ok().map(Duration::from_micros);
        let problem = match kind {
            LACK => Some(Failure::lack(what)),
            FAILURE => Some(Failure::new(what)),
            _ => None,
        };
        Ok(Self { cost: Cost { wall: time(wall).unwrap_or_default(), processor: time(processor) }, problem })
    }

    /// Whether nothing more should begin. Where everything is to be checked, nothing may be left out.
    pub fn is_failure(&self) -> bool {
        self.problem.as_ref().is_some_and(|problem| !problem.is_lack || std::env::var_os("CI").is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(ended: &Ended) -> Ended {
        let file = std::env::temp_dir().join(format!("dijia-xtask-ended-{}", std::process::id()));
        ended.write(&file).expect("a file");
        let read = Ended::read(&file).expect("it was written");
        fs::remove_file(file).expect("it is there");
        read
    }

    #[test]
    fn what_is_written_is_read() {
        let cost = Cost { wall: Duration::from_micros(1_500_001), processor: Some(Duration::from_micros(2_500_002)) };
        let read = again(&Ended { cost, problem: Some(Failure::new("`cc`: 1\nand more\n")) });
        assert_eq!((read.cost.wall, read.cost.processor), (cost.wall, cost.processor));
        let problem = read.problem.expect("there is one");
        assert_eq!((problem.what.as_str(), problem.is_lack), ("`cc`: 1\nand more\n", false));

        let read =
            again(&Ended { cost: Cost { processor: None, ..cost }, problem: Some(Failure::lack("cc not found")) });
        assert!(read.cost.processor.is_none() && read.problem.is_some_and(|problem| problem.is_lack));
        assert!(again(&Ended { cost, problem: None }).problem.is_none());
    }
}
