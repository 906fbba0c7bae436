package org.gridclear.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changed limits of a device for a check (H-18); null leaves a limit as it is, infinite takes it
 * away.
 *
 * @param device id of a branch, flowgate or bus
 * @param kind what of these it is
 * @param normalMva long-term rating of a branch
 * @param shortTermMva short-term rating
 * @param emergencyMva rating after an outage
 * @param limitMw limit of a flowgate
 * @param reverseMw its limit against its direction
 * @param vMinPu least voltage of a bus
 * @param vMaxPu greatest voltage
 */
public record DeviceLimit(
    String device,
    Kind kind,
    @Nullable Double normalMva,
    @Nullable Double shortTermMva,
    @Nullable Double emergencyMva,
    @Nullable Double limitMw,
    @Nullable Double reverseMw,
    @Nullable Double vMinPu,
    @Nullable Double vMaxPu) {
  /** Kinds of devices with limits. */
  public enum Kind {
    BRANCH,
    FLOWGATE,
    BUS
  }

  /** The network with these limits. */
  public static Network applyTo(Network network, List<DeviceLimit> limits) {
    List<Branch> branches = new ArrayList<>(network.branches());
    List<Flowgate> gates = new ArrayList<>(network.flowgates());
    List<Bus> buses = new ArrayList<>(network.buses());
    for (DeviceLimit limit : limits) {
      switch (limit.kind) {
        case BRANCH ->
            branches.replaceAll(each -> each.id().equals(limit.device) ? limit.of(each) : each);
        case FLOWGATE ->
            gates.replaceAll(each -> each.id().equals(limit.device) ? limit.of(each) : each);
        case BUS ->
            buses.replaceAll(each -> each.id().equals(limit.device) ? limit.of(each) : each);
      }
    }
    return network.withBranches(branches).withFlowgates(gates).withBuses(buses);
  }

  /**
   * An operating point with these limits, where it has its own; those of the network are changed by
   * {@link #applyTo}. Where the limit after outages is only the normal one, it follows that.
   */
  public static OperatingPoint applyTo(
      OperatingPoint point, Network network, List<DeviceLimit> limits) {
    return gates(branches(point, network, limits), network, limits);
  }

  private static OperatingPoint gates(
      OperatingPoint point, Network network, List<DeviceLimit> limits) {
    if (point.gateMw().length == 0) {
      return point;
    }
    double[] forward = point.gateMw().clone();
    double[] reverse = point.gateReverseMw().clone();
    for (DeviceLimit limit : limits) {
      for (int g = 0; g < forward.length && limit.kind == Kind.FLOWGATE; g++) {
        if (network.flowgates().get(g).id().equals(limit.device)) {
          forward[g] = limit(limit.limitMw, forward[g]);
          reverse[g] = limit(limit.reverseMw, reverse[g]);
        }
      }
    }
    return point.withGateLimits(forward, reverse);
  }

  private static OperatingPoint branches(
      OperatingPoint point, Network network, List<DeviceLimit> limits) {
    if (point.normalMva().length == 0) {
      return point;
    }
    double[] normal = point.normalMva().clone();
    double[] emergency = point.emergencyMva().clone();
    for (DeviceLimit limit : limits) {
      for (int l = 0; l < normal.length && limit.kind == Kind.BRANCH; l++) {
        if (network.branches().get(l).id().equals(limit.device)) {
          boolean same =
              network.branches().get(l).ratings().emergencyMva() == 0 && emergency[l] == normal[l];
          normal[l] = limit(limit.normalMva, normal[l]);
          emergency[l] = limit(limit.emergencyMva, same ? normal[l] : emergency[l]);
        }
      }
    }
    return point.withLimits(normal, emergency);
  }

  private Branch of(Branch branch) {
    Branch.Ratings was = branch.ratings();
    return branch.withRatings(
        new Branch.Ratings(
            rating(normalMva, was.normalMva()),
            rating(shortTermMva, was.shortTermMva()),
            rating(emergencyMva, was.emergencyMva())));
  }

  /** A rating of 0 is none. */
  private static double rating(@Nullable Double changed, double was) {
    return changed == null ? was : Double.isInfinite(changed) ? 0 : changed;
  }

  private static double limit(@Nullable Double changed, double was) {
    return changed == null ? was : changed;
  }

  private Flowgate of(Flowgate gate) {
    return new Flowgate(
        gate.id(),
        gate.terms(),
        limit(limitMw, gate.limitMw()),
        limit(reverseMw, gate.reverseLimitMw()));
  }

  /** The least voltage of a bus with this limit; 0 for none. */
  public double leastPu(Bus bus) {
    double least = limit(vMinPu, bus.vMinPu());
    return Double.isInfinite(least) ? 0 : least;
  }

  private Bus of(Bus bus) {
    return bus.withBand(leastPu(bus), limit(vMaxPu, bus.vMaxPu()));
  }
}
