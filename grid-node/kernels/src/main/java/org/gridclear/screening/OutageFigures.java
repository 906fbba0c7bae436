package org.gridclear.screening;

/** Figures of a solved outage, as {@link OutageResult} explains them. */
record OutageFigures(
    int worstDevice,
    double worstLoading,
    double excessMw,
    double severity,
    double mismatchPu,
    int iterations) {}
