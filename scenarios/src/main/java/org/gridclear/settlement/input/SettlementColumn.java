package org.gridclear.settlement.input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that settlement formulas name. Energy and power are positive where an entity injects or
 * sells. Bounds are the greatest values that input may have; that no formula overflows is proved
 * from them when a rule is published.
 */
public enum SettlementColumn {
  METERED(Kind.INTERVAL, "meteredMwh", Measure.MWH),
  DA(Kind.INTERVAL, "daMwh", Measure.MWH),
  RT(Kind.INTERVAL, "rtMwh", Measure.MWH),
  /** Energy of all contracts. */
  CONTRACT(Kind.INTERVAL, "contractMwh", Measure.MWH),
  /** Energy of the contracts that are delivered. */
  PHYSICAL(Kind.INTERVAL, "physicalMwh", Measure.MWH),
  REGULATION(Kind.INTERVAL, "regulationMw", Measure.MW),
  MILEAGE(Kind.INTERVAL, "mileageMw", Measure.MW),
  INSTRUCTED(Kind.INTERVAL, "instructedMw", Measure.MW),
  ACTUAL(Kind.INTERVAL, "actualMw", Measure.MW),
  BASE(Kind.INTERVAL, "baseMw", Measure.MW),
  SPINNING(Kind.INTERVAL, "spinningMw", Measure.MW),
  CALLED(Kind.INTERVAL, "calledMw", Measure.MW),
  DELIVERED(Kind.INTERVAL, "deliveredMw", Measure.MW),
  NON_SPINNING(Kind.INTERVAL, "nonSpinningMw", Measure.MW),
  RESPONSE(Kind.INTERVAL, "responseMwh", Measure.MWH),
  RESPONSE_CALLED(Kind.INTERVAL, "responseCalledMwh", Measure.MWH),

  CAPACITY(Kind.ATTRIBUTE, "capacityMw", Measure.MW),
  MINIMUM(Kind.ATTRIBUTE, "minimumMw", Measure.MW),
  OBLIGATION(Kind.ATTRIBUTE, "obligationMw", Measure.MW),
  HELD(Kind.ATTRIBUTE, "heldMw", Measure.MW),
  TARIFF(Kind.ATTRIBUTE, "tariffYuanPerMwh", Measure.PRICE),
  NO_LOAD(Kind.ATTRIBUTE, "noLoadYuanPerH", Measure.YUAN_PER_H),
  START_UP(Kind.ATTRIBUTE, "startUpYuan", Measure.YUAN),
  DA_STARTS(Kind.ATTRIBUTE, "daStarts", Measure.COUNT),
  RT_STARTS(Kind.ATTRIBUTE, "rtStarts", Measure.COUNT),
  /** 1 where the unit has an offer. */
  OFFERED(Kind.ATTRIBUTE, "offered", Measure.COUNT),
  /** 1 on the last day of the month on which the entity is registered. */
  LAST_DAY(Kind.ATTRIBUTE, "lastDay", Measure.COUNT),
  /** Days of the month on which the entity is registered. */
  REGISTERED_DAYS(Kind.ATTRIBUTE, "registeredDays", Measure.DAYS),
  /** Days of the month that are settled. */
  MONTH_DAYS(Kind.ATTRIBUTE, "monthDays", Measure.DAYS),

  DA_PRICE(Kind.POINT, "daYuanPerMwh", Measure.PRICE),
  DA_CONGESTION(Kind.POINT, "daCongestionYuanPerMwh", Measure.PRICE),
  DA_LOSS(Kind.POINT, "daLossYuanPerMwh", Measure.PRICE),
  RT_PRICE(Kind.POINT, "rtYuanPerMwh", Measure.PRICE),
  RT_CONGESTION(Kind.POINT, "rtCongestionYuanPerMwh", Measure.PRICE),
  RT_LOSS(Kind.POINT, "rtLossYuanPerMwh", Measure.PRICE),

  REGULATION_PRICE(Kind.MARKET, "regulationYuanPerMwh", Measure.PRICE),
  MILEAGE_PRICE(Kind.MARKET, "mileageYuanPerMw", Measure.YUAN_PER_MW),
  SPINNING_PRICE(Kind.MARKET, "spinningYuanPerMwh", Measure.PRICE),
  NON_SPINNING_PRICE(Kind.MARKET, "nonSpinningYuanPerMwh", Measure.PRICE),
  /** Start of the interval in minutes after midnight: times of use. */
  MINUTE_OF_DAY(Kind.MARKET, "minuteOfDay", Measure.MINUTE),
  /** 1 workday, 2 weekend, 3 holiday. */
  DAY_TYPE(Kind.MARKET, "dayType", Measure.COUNT),
  /** 1 to 12. */
  MONTH_OF_YEAR(Kind.MARKET, "monthOfYear", Measure.COUNT),

  LEG_MWH(Kind.LEG, "contractMwh", Measure.MWH),
  LEG_PRICE(Kind.LEG, "contractYuanPerMwh", Measure.PRICE),
  LEG_REFERENCE(Kind.LEG, "referenceYuanPerMwh", Measure.PRICE),
  /** 1 where the contract is delivered, 0 where its difference is settled. */
  LEG_PHYSICAL(Kind.LEG, "physical", Measure.COUNT),

  RIGHT_MW(Kind.RIGHT, "rightMw", Measure.MW),
  SOURCE_CONGESTION(Kind.RIGHT, "sourceCongestionYuanPerMwh", Measure.PRICE),
  SINK_CONGESTION(Kind.RIGHT, "sinkCongestionYuanPerMwh", Measure.PRICE),

  EVENT_QUANTITY(Kind.EVENT, "eventQuantity", Measure.QUANTITY),
  EVENT_PRICE(Kind.EVENT, "eventYuan", Measure.YUAN);

  /** Where a column has its values. */
  public enum Kind {
    /** Per entity and interval. */
    INTERVAL,
    /** Per entity and day. */
    ATTRIBUTE,
    /** Per price point and interval. */
    POINT,
    /** Per interval. */
    MARKET,
    /** Per side of a contract and interval. */
    LEG,
    /** Per transmission right, with the prices at its ends. */
    RIGHT,
    /** Per row of the events of a day. */
    EVENT
  }

  /** Unit, decimals and greatest value. */
  public enum Measure {
    /** Up to 10 000 MWh in an interval. */
    MWH("MWh", 4, 100_000_000L),
    /** Up to 40 000 MW. */
    MW("MW", 4, 400_000_000L),
    /** Up to 100 000 yuan/MWh. */
    PRICE("yuan/MWh", 3, 100_000_000L),
    YUAN_PER_MW("yuan/MW", 3, 100_000_000L),
    YUAN_PER_H("yuan/h", 3, 10_000_000_000L),
    /** Up to 100 million yuan. */
    YUAN("yuan", 3, 100_000_000_000L),
    COUNT("1", 0, 1_000L),
    MINUTE("1", 0, 1_440L),
    /** Days of a month. */
    DAYS("1", 0, 31L),
    /** Up to 1 000 of what an event counts. */
    QUANTITY("1", 4, 10_000_000L);

    private final String unit;
    private final int decimals;
    private final long bound;

    Measure(String unit, int decimals, long bound) {
      this.unit = unit;
      this.decimals = decimals;
      this.bound = bound;
    }

    /** Unit, such as {@code yuan/MWh}. */
    public String unit() {
      return unit;
    }

    /** Decimals of the whole numbers that hold it. */
    public int decimals() {
      return decimals;
    }

    /** Greatest magnitude, in its smallest unit. */
    public long bound() {
      return bound;
    }
  }

  private static final List<List<SettlementColumn>> OF_KIND =
      Arrays.stream(Kind.values())
          .map(kind -> Arrays.stream(values()).filter(each -> each.kind == kind).toList())
          .toList();

  private static final int[] INDEX =
      Arrays.stream(values()).mapToInt(each -> of(each.kind).indexOf(each)).toArray();

  private final Kind kind;
  private final String label;
  private final Measure measure;

  SettlementColumn(Kind kind, String label, Measure measure) {
    this.kind = kind;
    this.label = label;
    this.measure = measure;
  }

  /** Where it has its values. */
  public Kind kind() {
    return kind;
  }

  /** Name in formulas and files. */
  public String label() {
    return label;
  }

  /** Unit, decimals and greatest value. */
  public Measure measure() {
    return measure;
  }

  /** Number among the columns of its kind. */
  public int index() {
    return INDEX[ordinal()];
  }

  /** The columns of a kind. */
  public static List<SettlementColumn> of(Kind kind) {
    return OF_KIND.get(kind.ordinal());
  }

  /** The column of a kind with this name. */
  public static Optional<SettlementColumn> of(Kind kind, String label) {
    return of(kind).stream().filter(each -> each.label.equals(label)).findFirst();
  }
}
