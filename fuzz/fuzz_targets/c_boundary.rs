//! The C ABI, called by a C program with whatever the bytes say; see `c_abi/boundary.c`.

#![no_main]

// Links the ABI and its caller.
use dijia_c_abi as _;
use libfuzzer_sys::fuzz_target;

unsafe extern "C" {
    fn dijia_fuzz_boundary(data: *const u8, length: usize);
}

fuzz_target!(|data: &[u8]| {
    // SAFETY: it reads as many bytes as there are.
    unsafe { dijia_fuzz_boundary(data.as_ptr(), data.len()) }
});
