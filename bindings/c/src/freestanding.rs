//! What a library without the standard library must bring itself: what happens on a panic and on an allocation.
//!
//! Neither is reachable from any function of the library. The feature `prove` shows it: then both refer to symbols that
//! exist nowhere, and the library links only because the optimiser finds no path that leads there. `cargo xtask test c`
//! links it so, and lets a deliberate panic and a deliberate allocation fail to link.

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;
use core::ptr::null_mut;

#[cfg(feature = "prove")]
unsafe extern "C" {
    /// Defined nowhere.
    fn dijia_proof_panic_reached() -> !;
    /// Defined nowhere. It returns, or so the optimiser must believe: it may leave out an allocation that nobody uses,
    /// and nobody could use one that never returns.
    fn dijia_proof_allocation_reached(address: *mut u8, size: usize) -> *mut u8;
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    #[cfg(feature = "prove")]
    // SAFETY: a library that refers to the function cannot be linked, let alone run.
    unsafe {
        dijia_proof_panic_reached()
    }
    #[cfg(not(feature = "prove"))]
    loop {
        core::hint::spin_loop();
    }
}

// The compiler's own library of wide arithmetic names the function that would unwind a panic, though nothing unwinds here.
// Weak, so that a program which links another Rust library too keeps that one's.
#[cfg(target_os = "linux")]
core::arch::global_asm!(".weak rust_eh_personality", ".hidden rust_eh_personality", ".set rust_eh_personality, 0",);
// The same for MinGW-w64, where nothing is hidden that is not exported. 32-bit names begin with an underscore more.
#[cfg(all(windows, target_env = "gnu", target_pointer_width = "64"))]
core::arch::global_asm!(".weak rust_eh_personality", "rust_eh_personality:", "ud2");
#[cfg(all(windows, target_env = "gnu", target_pointer_width = "32"))]
core::arch::global_asm!(".weak _rust_eh_personality", "_rust_eh_personality:", "ud2");
// The tables that 32-bit Arm's code comes with name these in the same way.
#[cfg(all(target_os = "linux", target_arch = "arm"))]
core::arch::global_asm!(
    ".weak __aeabi_unwind_cpp_pr0",
    ".hidden __aeabi_unwind_cpp_pr0",
    ".set __aeabi_unwind_cpp_pr0, 0",
    ".weak __aeabi_unwind_cpp_pr1",
    ".hidden __aeabi_unwind_cpp_pr1",
    ".set __aeabi_unwind_cpp_pr1, 0",
);

/// `rust_decimal` links `alloc`, which wants an allocator; nothing calls it.
struct Nowhere;

#[global_allocator]
static ALLOCATOR: Nowhere = Nowhere;

// SAFETY: returning null says that there is no memory, which is always allowed; no block is ever handed out that could be
// freed.
unsafe impl GlobalAlloc for Nowhere {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        reached(null_mut(), layout.size())
    }

    unsafe fn dealloc(&self, address: *mut u8, layout: Layout) {
        reached(address, layout.size());
    }

    unsafe fn realloc(&self, address: *mut u8, _: Layout, size: usize) -> *mut u8 {
        reached(address, size)
    }
}

#[cfg(feature = "prove")]
fn reached(address: *mut u8, size: usize) -> *mut u8 {
    // SAFETY: a library that refers to the function cannot be linked, let alone run.
    unsafe { dijia_proof_allocation_reached(address, size) }
}

#[cfg(not(feature = "prove"))]
fn reached(_: *mut u8, _: usize) -> *mut u8 {
    null_mut()
}

/// What the proof must be able to find.
#[cfg(feature = "panicking")]
mod panicking {
    #[unsafe(no_mangle)]
    extern "C" fn dijia_deliberate_panic(index: usize) -> u8 {
        [1, 2, 3][index]
    }
}

/// What the proof must be able to find.
#[cfg(feature = "allocating")]
mod allocating {
    extern crate alloc;

    #[unsafe(no_mangle)]
    extern "C" fn dijia_deliberate_allocation(value: u64) -> *mut u64 {
        alloc::boxed::Box::into_raw(alloc::boxed::Box::new(value))
    }
}
