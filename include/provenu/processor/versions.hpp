#pragma once

/// A loop compiled for several sets of instructions: its body is an inline function, and each version is one more function that
/// takes in all it calls. Use in sources only, behind a choice by processor::Instructions.
#if defined(__x86_64__)
#define PROVENU_AVX2 [[gnu::target("avx2,bmi2"), gnu::flatten]]
#if defined(__clang__)
#define PROVENU_AVX512 [[gnu::target("avx2,bmi2,avx512f,avx512dq,avx512vl"), gnu::flatten]]
#else
#define PROVENU_AVX512 [[gnu::target("avx2,bmi2,avx512f,avx512dq,avx512vl,prefer-vector-width=512"), gnu::flatten]]
#endif
#else
#define PROVENU_AVX2 [[gnu::flatten]]
#define PROVENU_AVX512 [[gnu::flatten]]
#endif
