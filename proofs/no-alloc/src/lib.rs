//! Proof that `dijia` never allocates: this library links.
//!
//! Every function of the allocator below refers to a symbol that exists nowhere, and the linker is told to accept no
//! undefined symbol and to link nothing else, no C library either (`build.rs`). The exported functions call every
//! public function of `dijia`. Their arguments come from outside, so that the optimiser can assume nothing of them, and
//! every result goes out through them, so that no call can be left out. If any code that they can reach called the
//! allocator, a reference to the symbol would be left and the link would fail. What the linker or the optimiser removes
//! is only what no exported function reaches: removing it cannot hide a call that could be made.
//!
//! A library crate that merely builds without `std` proves nothing of the kind, since `rust_decimal` has
//! `extern crate alloc`. That this build can fail is shown by the feature `allocating`, which must not link.
//!
//! An allocation that is made and thrown away unused may be left out by the optimiser, here as in any other program. It
//! cannot be told from one that was never written.
//!
//! With the feature `no-panic` the panic handler refers to such a symbol as well, and the link shows that no panic is
//! reachable; the feature `panicking` must not link then.

#![no_std]

mod appraisal_calls;
mod calls;
mod core_calls;
mod correction_calls;
mod edition_calls;
#[cfg(feature = "serde")]
mod serde_calls;
mod set_calls;

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;
use core::ptr::null_mut;

unsafe extern "C" {
    /// Defined nowhere. It returns, or so the optimiser must believe: it may leave out an allocation that nobody uses, and
    /// nobody could use one that never returns.
    fn dijia_proof_allocation_reached(address: *mut u8, size: usize) -> *mut u8;
    /// Defined nowhere.
    #[cfg(feature = "no-panic")]
    fn dijia_proof_panic_reached() -> !;
}

struct Nowhere;

#[global_allocator]
static ALLOCATOR: Nowhere = Nowhere;

// SAFETY: a library that refers to the function below cannot be linked, let alone run.
unsafe impl GlobalAlloc for Nowhere {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { dijia_proof_allocation_reached(null_mut(), layout.size()) }
    }

    unsafe fn dealloc(&self, address: *mut u8, layout: Layout) {
        unsafe { dijia_proof_allocation_reached(address, layout.size()) };
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { dijia_proof_allocation_reached(null_mut(), layout.size()) }
    }

    unsafe fn realloc(&self, address: *mut u8, _: Layout, size: usize) -> *mut u8 {
        unsafe { dijia_proof_allocation_reached(address, size) }
    }
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    #[cfg(feature = "no-panic")]
    // SAFETY: as above.
    unsafe {
        dijia_proof_panic_reached()
    }
    #[cfg(not(feature = "no-panic"))]
    loop {}
}

/// What the proof must be able to find.
#[cfg(feature = "allocating")]
mod allocating {
    extern crate alloc;

    #[unsafe(no_mangle)]
    pub fn allocates(text: &str) -> alloc::string::String {
        text.into()
    }
}

/// What the proof must be able to find.
#[cfg(feature = "panicking")]
mod panicking {
    #[unsafe(no_mangle)]
    pub fn panics(bytes: &[u8], index: usize) -> u8 {
        bytes[index]
    }
}
