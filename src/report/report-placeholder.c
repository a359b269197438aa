typedef int mz_report_placeholder;
