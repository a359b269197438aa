typedef int mz_model_placeholder;
