package org.gridclear.market.rule;

import java.util.List;

/**
 * What a unit is able to do in ancillary services (A-12, G-14).
 *
 * @param unit id of a thermal unit
 * @param regulatingMwPerMin how fast its output follows automatic generation control, in MW per
 *     minute; infinite where only its ramp limits it
 * @param services that it can give beside its offers, such as AVC and black start
 */
public record AncillaryCapability(
    String unit, double regulatingMwPerMin, List<AncillaryService> services) {
  public AncillaryCapability {
    services = List.copyOf(services);
  }
}
