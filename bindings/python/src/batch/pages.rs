//! Room for millions of values.

/// An empty vector with room for that many values. Where the system can, large ones are given in large pages: touching
/// 4 kB pages one by one for the first time costs several times what writing the values does.
pub fn with_capacity<T>(count: usize) -> Vec<T> {
    let mut room = Vec::with_capacity(count);
    advise(room.spare_capacity_mut());
    room
}

#[cfg(target_os = "linux")]
fn advise<T>(room: &mut [T]) {
    const LARGE: usize = 2 << 20;

    let bytes = size_of_val(room);
    let start = room.as_mut_ptr().cast::<u8>();
    let before = start.align_offset(LARGE);
    let Some(len) = bytes.checked_sub(before).map(|len| len - len % LARGE).filter(|&len| len > 0) else { return };
    // SAFETY: the pages lie within the slice, which is borrowed exclusively, and the advice changes no contents. A system
    // that does not know it says so, and nothing is lost.
    unsafe {
        libc::madvise(start.add(before).cast(), len, libc::MADV_HUGEPAGE);
    }
}

#[cfg(not(target_os = "linux"))]
fn advise<T>(_room: &mut [T]) {}
