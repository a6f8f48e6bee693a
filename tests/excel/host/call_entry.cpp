#include "call_entry.h"

namespace stand_in {

#ifdef _WIN64

Called call_entry(FARPROC entry, const std::vector<void*>& arguments) {
    // The first four go into registers, and have room on the stack all the same; 16-byte aligned.
    std::vector<void*> slots = arguments;
    slots.resize(slots.size() < 4 ? 4 : (slots.size() + 1) / 2 * 2);
    Called called;
    register FARPROC function asm("r12") = entry;
    void** from = slots.data();
    std::size_t count = slots.size();
    asm volatile(
        "movq %%rsp, %%rbx\n\t"
        "andq $-16, %%rsp\n\t"
        "leaq (,%%rcx,8), %%rax\n\t"
        "subq %%rax, %%rsp\n\t"
        "movq %%rsp, %%rdi\n\t"
        "cld\n\t"
        "rep movsq\n\t"
        "movq (%%rsp), %%rcx\n\t"
        "movq 8(%%rsp), %%rdx\n\t"
        "movq 16(%%rsp), %%r8\n\t"
        "movq 24(%%rsp), %%r9\n\t"
        "call *%%r12\n\t"
        "movq %%rbx, %%rsp\n\t"
        : "=a"(called.result), "+S"(from), "+c"(count)
        : "r"(function)
        : "rbx",
          "rdx",
          "rdi",
          "r8",
          "r9",
          "r10",
          "r11",
          "xmm0",
          "xmm1",
          "xmm2",
          "xmm3",
          "xmm4",
          "xmm5",
          "memory",
          "cc");
    return called;
}

#else

Called call_entry(FARPROC entry, const std::vector<void*>& arguments) {
    Called called;
    void* const* const from = arguments.data();
    std::size_t count = arguments.size();
    asm volatile(
        "movl %%esp, %%ebx\n\t"
        "1:\n\t"
        "testl %%ecx, %%ecx\n\t"
        "jz 2f\n\t"
        "decl %%ecx\n\t"
        "pushl (%%esi,%%ecx,4)\n\t"
        "jmp 1b\n\t"
        "2:\n\t"
        "call *%%edi\n\t"
        "movl %%ebx, %%edx\n\t"
        "subl %%esp, %%edx\n\t"
        "movl %%ebx, %%esp\n\t"
        : "=a"(called.result), "=&d"(called.stack_off_by), "+c"(count)
        : "S"(from), "D"(entry)
        : "ebx", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "memory", "cc");
    return called;
}

#endif

}  // namespace stand_in
