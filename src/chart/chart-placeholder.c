typedef int mz_chart_placeholder;
