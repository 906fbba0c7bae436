package org.gridclear.site;

import io.prometheus.client.Gauge;

/** What is measured of a site that stands by. */
public final class StandByMetrics {
  private StandByMetrics() {}

  /** Registers it, once a process. */
  public static void register(StandBy site) {
    Gauge.build("gridclear_site_copy_age_seconds", "Age of what this site has of the active one.")
        .register()
        .setChild(
            new Gauge.Child() {
              @Override
              public double get() {
                return (System.currentTimeMillis() - site.contactMillis()) / 1e3;
              }
            });
  }
}
