package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A product of the ancillary market (G-01, G-14).
 *
 * @param id name by which offers and requirements refer to it
 * @param kind spinning, regulation or non-spinning
 * @param direction up or down
 * @param minutes within which it is to be delivered: the ramp of a unit over this time limits what
 *     it gives; 0 for the ramp of the period
 * @param service which layer of frequency control a regulation is, reserve of the other kinds; by
 *     default secondary control (AGC)
 */
public record ReserveProduct(
    String id,
    Kind kind,
    Direction direction,
    double minutes,
    @JsonInclude(JsonInclude.Include.NON_NULL) AncillaryService service) {
  public ReserveProduct {
    service = Objects.requireNonNullElseGet(service, () -> byDefault(kind));
  }

  /** A product whose service is that of its kind. */
  public ReserveProduct(String id, Kind kind, Direction direction, double minutes) {
    this(id, kind, direction, minutes, byDefault(kind));
  }

  /** The service of products that do not say theirs. */
  public static AncillaryService byDefault(Kind kind) {
    return kind == Kind.REGULATION
        ? AncillaryService.SECONDARY_REGULATION
        : AncillaryService.RESERVE;
  }

  /** Whether the regulating rate of a unit limits what it gives. */
  public boolean followsAgc() {
    return service == AncillaryService.SECONDARY_REGULATION;
  }

  /** The same product, delivered within so many minutes. */
  public ReserveProduct within(double changed) {
    return new ReserveProduct(id, kind, direction, changed, service);
  }

  /** Spinning reserve upwards, within the ramp of a period. */
  public static ReserveProduct spinning(String id) {
    return new ReserveProduct(id, Kind.SPINNING, Direction.UP, 0);
  }

  /** The kinds of product. */
  public enum Kind {
    SPINNING,
    REGULATION,
    /** Given by units that are off. */
    NON_SPINNING
  }

  /** Which way output goes when it is called. */
  public enum Direction {
    UP,
    DOWN
  }
}
