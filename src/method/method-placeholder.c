typedef int mz_method_placeholder;
