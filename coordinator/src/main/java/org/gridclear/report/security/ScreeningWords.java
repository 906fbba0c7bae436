package org.gridclear.report.security;

import java.util.Locale;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.run.Job;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;

/** Ids, kinds and loadings as the tables of a screening have them. */
final class ScreeningWords {
  private ScreeningWords() {}

  /**
   * How far a device is loaded: 1 at its limit. A bus by its distance from the middle of its band
   * over half the band (docs/security.md).
   */
  static double loading(Network network, Loading loading) {
    int bus = loading.device() - network.branches().size() - network.flowgates().size();
    if (bus < 0) {
      return Math.abs(loading.after()) / loading.limit();
    }
    Bus at = network.buses().get(bus);
    return Monitored.voltageLoading(loading.after(), at.vMinPu(), at.vMaxPu());
  }

  /** Id of an outage. */
  static String id(Job.Screening job, int outage) {
    return outage < 0 ? "" : job.scope().contingencies().get(outage).id();
  }

  /** What an outage takes out, in one word. */
  static String kind(Contingency contingency) {
    int elements =
        contingency.branches().size()
            + contingency.generators().size()
            + contingency.buses().size()
            + contingency.hvdcLines().size();
    if (elements != 1) {
      return "multiple";
    }
    if (contingency.branches().size() + contingency.generators().size() == 1) {
      return contingency.branches().size() == 1 ? "branch" : "generator";
    }
    return contingency.buses().size() == 1 ? "bus" : "hvdc";
  }

  /** A device's kind in lower case. */
  static String kind(Monitored.Device device) {
    return device.kind().name().toLowerCase(Locale.ROOT);
  }
}
