package org.gridclear.cli.monitoring.impact;

import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.monitoring.conduct.ConductThresholds;
import org.gridclear.monitoring.conduct.ImpactTest;
import picocli.CommandLine.Option;

/** Thresholds of conduct and impact (EQ-14). */
final class ThresholdOptions {
  @Option(
      names = "--energy-share",
      converter = OptionNumbers.NotNegative.class,
      defaultValue = "3",
      description = "A price fails this share above its reference … (default: 3, 300 %%).")
  private double energyShare;

  @Option(
      names = "--energy-price",
      converter = OptionNumbers.NotNegative.class,
      defaultValue = "100",
      description = "… or this much in yuan/MWh, whichever is less (default: 100).")
  private double energyYuanPerMwh;

  @Option(
      names = "--start-share",
      converter = OptionNumbers.NotNegative.class,
      defaultValue = "2",
      description = "The cost of a start fails this share above its reference (default: 2).")
  private double startShare;

  @Option(
      names = "--no-load-share",
      converter = OptionNumbers.NotNegative.class,
      defaultValue = "3",
      description = "The cost at least output fails this share above it (default: 3).")
  private double noLoadShare;

  @Option(
      names = "--impact-share",
      converter = OptionNumbers.NotNegative.class,
      defaultValue = "2",
      description = "A zone's price fails this share above that at reference … (default: 2).")
  private double impactShare;

  @Option(
      names = "--impact-price",
      converter = OptionNumbers.NotNegative.class,
      defaultValue = "100",
      description = "… or this much in yuan/MWh, whichever is less (default: 100).")
  private double impactYuanPerMwh;

  ConductThresholds conduct() {
    return new ConductThresholds(energyShare, energyYuanPerMwh, startShare, noLoadShare);
  }

  ImpactTest impact() {
    return new ImpactTest(impactShare, impactYuanPerMwh);
  }
}
