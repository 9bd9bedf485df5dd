/*
 * What Rust's standard library takes its random numbers from on Windows, for a Wine that does not have it yet.
 */
#include <windows.h>

/* RtlGenRandom, by the name that advapi32.dll has for it. */
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
  return SystemFunction036(data, (ULONG)length);
}
