package org.gridclear.network;

/**
 * A bus of the network.
 *
 * @param id unique among buses
 * @param name what people call it; the id where a file gives no name
 * @param type what is known here in a power flow
 * @param baseKv nominal voltage in kV; 0 where the file does not say
 * @param zone name of the zone it belongs to, a file's area; "" for none
 * @param vSetPu voltage magnitude of the file's solution or start, in p.u.
 * @param angleDeg voltage angle of the file's solution or start, in degrees
 * @param vMinPu lower voltage limit in p.u.
 * @param vMaxPu upper voltage limit in p.u.
 * @param lossZone name of the loss zone it belongs to, a file's zone; "" for none
 */
public record Bus(
    String id,
    String name,
    BusType type,
    double baseKv,
    String zone,
    double vSetPu,
    double angleDeg,
    double vMinPu,
    double vMaxPu,
    String lossZone) {

  /** A bus of no loss zone. */
  public Bus(
      String id,
      String name,
      BusType type,
      double baseKv,
      String zone,
      double vSetPu,
      double angleDeg,
      double vMinPu,
      double vMaxPu) {
    this(id, name, type, baseKv, zone, vSetPu, angleDeg, vMinPu, vMaxPu, "");
  }

  /** The same bus with another voltage to start from. */
  public Bus startingAt(double magnitudePu, double degrees) {
    return new Bus(id, name, type, baseKv, zone, magnitudePu, degrees, vMinPu, vMaxPu, lossZone);
  }

  /** The same bus with another band of voltage. */
  public Bus withBand(double leastPu, double mostPu) {
    return new Bus(id, name, type, baseKv, zone, vSetPu, angleDeg, leastPu, mostPu, lossZone);
  }

  /** The same bus with another type. */
  public Bus with(BusType changed) {
    return new Bus(id, name, changed, baseKv, zone, vSetPu, angleDeg, vMinPu, vMaxPu, lossZone);
  }

  /** A bus with nothing but an id and a zone, for models without voltages. */
  public static Bus of(String id, String zone) {
    return new Bus(id, id, BusType.PQ, 0, zone, 1, 0, 0.9, 1.1);
  }
}
