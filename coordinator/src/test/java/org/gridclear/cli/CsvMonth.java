package org.gridclear.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A synthetic month computed from its CSV files with whole numbers, formula by formula as they
 * stand in docs/settlement.md; knows nothing of rules, blocks, kernel or auditor.
 */
final class CsvMonth {
  private static final int N = 96;

  private final Path folder;
  private final int days;
  private final Map<String, String[]> entities = new TreeMap<>();
  private final Map<String, String[]> offers = new HashMap<>();
  private final Map<String, Long> tariffs = new HashMap<>();
  private final Map<String, long[]> month = new HashMap<>();
  private final Map<String, Boolean> on = new HashMap<>();

  /** Amounts by {@code entity,item,day}, 0.001 yuan. */
  final Map<String, Long> amounts = new TreeMap<>();

  private Map<String, long[]> series = new HashMap<>();
  private Map<String, Long> pools = new HashMap<>();
  private String date = "";

  CsvMonth(Path folder, int days) throws IOException {
    this.folder = folder;
    this.days = days;
    rows("entities.csv").forEach(c -> entities.put(c[0], c));
    rows("offers.csv").forEach(c -> offers.put(c[0], c));
    rows("tariffs.csv").forEach(c -> tariffs.put(c[0], whole(c[1], 3)));
    for (int day = 1; day <= days; day++) {
      day(day);
    }
  }

  private List<String[]> rows(String file) throws IOException {
    Path path = folder.resolve(file);
    return !Files.exists(path)
        ? List.of()
        : Files.readAllLines(path).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static long whole(String text, int decimals) {
    return text.isEmpty() ? 0 : new BigDecimal(text).movePointRight(decimals).longValueExact();
  }

  private static long r(long value, long unit) {
    long rest = Math.abs(value % unit);
    return value / unit + (2 * rest >= unit ? Long.signum(value) : 0);
  }

  private boolean unit(String e) {
    return List.of("thermal", "gas", "nuclear", "hydro", "wind", "solar")
        .contains(entities.get(e)[3]);
  }

  private boolean user(String e) {
    return List.of("user", "retailer").contains(entities.get(e)[3]);
  }

  private long[] of(String id, String name) {
    return series.getOrDefault(id + "," + name, new long[N]);
  }

  private void read(String file, int decimals) throws IOException {
    for (String[] c : rows(file)) {
      long[] values = new long[N];
      for (int t = 0; t < N; t++) {
        values[t] = whole(c[t + 2], decimals);
      }
      series.put(c[0] + "," + c[1], values);
    }
  }

  private void post(String entity, String item, String pool, long amount) {
    if (amount != 0) {
      amounts.merge(entity + "," + item + "," + date, amount, Long::sum);
      pools.merge(pool, -amount, Long::sum);
    }
  }

  private void day(int day) throws IOException {
    date = "2026-10-%02d".formatted(day);
    String at = "days/" + date + "/";
    series = new HashMap<>();
    pools = new HashMap<>();
    read(at + "meters.csv", 4);
    read(at + "awards.csv", 4);
    read(at + "services.csv", 4);
    read(at + "prices.csv", 3);
    contracts();
    for (String e : entities.keySet()) {
      entity(e, day);
    }
    for (String[] c : rows(at + "events.csv")) {
      String pool = c[1].equals("REACTIVE_POWER") ? "ANCILLARY" : "ASSESSMENT";
      post(c[0], c[1], pool, r(whole(c[2], 4) * whole(c[3], 3), 10_000));
    }
    shares(day);
  }

  private void contracts() throws IOException {
    Map<String, long[]> curves = new HashMap<>();
    for (String[] c : rows("curves.csv")) {
      long[] values = new long[N];
      for (int t = 0; t < N; t++) {
        values[t] = whole(c[t + 2], c[1].equals("mwh") ? 4 : 3);
      }
      curves.put(c[0] + c[1], values);
    }
    for (String[] c : rows("contracts.csv")) {
      boolean physical = c[5].equals("physical");
      for (int t = 0; t < N && physical; t++) {
        long paid = r(curves.get(c[0] + "mwh")[t] * curves.get(c[0] + "yuanPerMwh")[t], 10_000);
        post(c[1], "MLT_PHYSICAL", "CONTRACTS", paid);
        post(c[2], "MLT_PHYSICAL", "CONTRACTS", -paid);
        series.computeIfAbsent(c[1] + ",physical", key -> new long[N])[t] +=
            curves.get(c[0] + "mwh")[t];
        series.computeIfAbsent(c[2] + ",physical", key -> new long[N])[t] -=
            curves.get(c[0] + "mwh")[t];
      }
      for (int t = 0; t < N && !physical; t++) {
        long spread = curves.get(c[0] + "yuanPerMwh")[t] - price(c[3], "da", t);
        long amount = r(curves.get(c[0] + "mwh")[t] * spread, 10_000);
        post(c[1], "MLT_CFD", "CONTRACTS", amount);
        post(c[2], "MLT_CFD", "CONTRACTS", -amount);
      }
    }
  }

  private long price(String point, String market, int t) {
    return of(point, market + "Energy")[t]
        + of(point, market + "Congestion")[t]
        + of(point, market + "Loss")[t];
  }

  private void entity(String e, int day) {
    String point = entities.get(e)[4];
    int sign = unit(e) ? 1 : -1;
    boolean trades = unit(e) || user(e);
    long[] m = of("E" + e, "forwardMwh");
    long trade = 0;
    for (int t = 0; t < N; t++) {
      long metered = sign * m[t];
      long da = sign * of(e, "daMwh")[t];
      long spot = da - of(e, "physical")[t];
      long rt = sign * of(e, "rtMwh")[t];
      long pda = price(point, "da", t);
      long prt = price(point, "rt", t);
      post(e, "DA_ENERGY", "ENERGY", r(spot * pda, 10_000));
      post(e, "RT_ENERGY", "ENERGY", r((rt - da) * prt, 10_000));
      post(e, "DEVIATION", "ENERGY", r((metered - rt) * prt, 10_000));
      trade += Math.abs(r(spot * pda, 10_000)) + Math.abs(r((rt - da) * prt, 10_000));
      if (trades) {
        long beyond = Math.max(0, 100 * Math.abs(metered - rt) - 5 * Math.abs(rt));
        post(
            e,
            "DEVIATION_PENALTY",
            "ASSESSMENT",
            r(-r(beyond, 100) * r(Math.abs(prt), 10), 10_000));
      }
      long congestion =
          spot * of(point, "daCongestion")[t] + (metered - da) * of(point, "rtCongestion")[t];
      pools.merge("ENERGY", r(congestion, 10_000), Long::sum);
      pools.merge("CONGESTION", -r(congestion, 10_000), Long::sum);
      if (user(e)) {
        post(
            e,
            "TRANSMISSION",
            "TRANSMISSION",
            r(metered * tariffs.get(entities.get(e)[5]), 10_000));
      }
    }
    services(e);
    if (offers.containsKey(e)) {
      guarantee(e, point, m);
    }
    if (trades) {
      long energy = Arrays.stream(m).sum();
      carried(e, "COMMISSION", "EXCHANGE", -2 * trade, 10_000);
      carried(e, "SERVICE_FEE", "EXCHANGE", -3 * energy, 100);
      if (user(e)) {
        carried(e, "GOVERNMENT_FUND", "GOVERNMENT", -271 * energy, 100);
      }
      if (day == days) {
        post(e, "MEMBERSHIP", "EXCHANGE", -500_000);
        if (user(e)) {
          post(e, "CAPACITY_FEE", "CAPACITY", -r(whole(entities.get(e)[8], 4) * 8200, 10));
        }
      }
    }
  }

  /** A fee whose exact sum over the month is rounded once. */
  private void carried(String e, String item, String pool, long exact, long unit) {
    long[] sum = month.computeIfAbsent(e + item, key -> new long[1]);
    long before = r(sum[0], unit);
    sum[0] += exact;
    post(e, item, pool, r(sum[0], unit) - before);
  }

  private void services(String e) {
    long wrong = 0;
    long moved = 0;
    long called = Arrays.stream(of(e, "calledMw")).sum();
    long delivered = Arrays.stream(of(e, "deliveredMw")).sum();
    for (int t = 0; t < N; t++) {
      wrong += Math.abs(of(e, "actualMw")[t] - of(e, "instructedMw")[t]);
      moved += Math.abs(of(e, "instructedMw")[t] - of(e, "baseMw")[t]);
    }
    long k =
        Math.min(10_000, Math.max(2_000, 10_000 - (moved == 0 ? 0 : r(wrong * 10_000, moved))));
    long kept = called == 0 ? 10_000 : Math.max(0, Math.min(10_000, r(delivered * 10_000, called)));
    for (int t = 0; t < N; t++) {
      long regulation = of(e, "regulationMw")[t] * 25 * of("*", "regulationYuanPerMwh")[t];
      post(e, "REGULATION_CAPACITY", "ANCILLARY", r(r(regulation, 10_000) * k, 1_000_000));
      long mileage = of(e, "mileageMw")[t] * of("*", "mileageYuanPerMw")[t];
      post(e, "REGULATION_MILEAGE", "ANCILLARY", r(r(mileage, 100) * k, 1_000_000));
      long spinning = of(e, "spinningMw")[t] * 25 * of("*", "spinningYuanPerMwh")[t];
      post(e, "RESERVE_SPINNING", "ANCILLARY", r(r(spinning, 10_000) * kept, 1_000_000));
      long response = of(e, "responseMwh")[t];
      long asked = of(e, "responseCalledMwh")[t];
      post(e, "DEMAND_RESPONSE", "DEMAND_RESPONSE", r(response * 600, 10));
      long lacking = Math.max(0, 8 * asked - 10 * response);
      post(e, "DEMAND_RESPONSE_DEFAULT", "DEMAND_RESPONSE", r(-lacking * 300, 100));
    }
  }

  private long[][] segments(String e) {
    String[] parts = offers.get(e)[3].split(";");
    long[][] segments = new long[parts.length][2];
    for (int k = 0; k < parts.length; k++) {
      segments[k][0] = whole(parts[k].split(":")[0], 4);
      segments[k][1] = whole(parts[k].split(":")[1], 3);
    }
    return segments;
  }

  private static long cost(long[][] segments, long mw) {
    long sum = 0;
    long from = 0;
    for (int k = 0; k < segments.length && from < mw; k++) {
      long to = k == segments.length - 1 ? mw : Math.min(mw, segments[k][0]);
      sum += (to - from) * segments[k][1];
      from = to;
    }
    return r(sum, 10_000);
  }

  private static long marginal(long[][] segments, long mw) {
    for (long[] segment : segments) {
      if (mw <= segment[0]) {
        return segment[1];
      }
    }
    return segments[segments.length - 1][1];
  }

  private void guarantee(String e, String point, long[] m) {
    long[][] segments = segments(e);
    long noLoad = whole(offers.get(e)[1], 3);
    long startUp = whole(offers.get(e)[2], 3);
    long daCost = 0;
    long rtCost = 0;
    long daIncome = 0;
    for (int t = 0; t < N; t++) {
      long da = of(e, "daMwh")[t];
      daIncome += r(da * price(point, "da", t), 10_000);
      long ran = Math.min(m[t], of(e, "rtMwh")[t]);
      daCost += started(e + "da", da) ? startUp : 0;
      rtCost += started(e + "rt", m[t]) ? startUp : 0;
      daCost += da > 0 ? r((noLoad + cost(segments, 4 * da)) * 25, 100) : 0;
      rtCost += m[t] > 0 ? r((noLoad + cost(segments, 4 * ran)) * 25, 100) : 0;
      lost(e, point, t, m[t], segments);
    }
    long daPaid = Math.max(0, daCost - daIncome);
    post(e, "DA_MAKE_WHOLE", "MAKE_WHOLE", daPaid);
    long income = daIncome + amount(e, "RT_ENERGY") + amount(e, "DEVIATION") + daPaid;
    for (String item : List.of("REGULATION_CAPACITY", "REGULATION_MILEAGE", "RESERVE_SPINNING")) {
      income += amount(e, item);
    }
    post(e, "RT_MAKE_WHOLE", "MAKE_WHOLE", Math.max(0, rtCost - income));
  }

  private boolean started(String key, long now) {
    boolean before = on.getOrDefault(key, true);
    on.put(key, now > 0);
    return now > 0 && !before;
  }

  private long amount(String e, String item) {
    return amounts.getOrDefault(e + "," + item + "," + date, 0L);
  }

  private void lost(String e, String point, int t, long m, long[][] segments) {
    long held = of(e, "regulationMw")[t] + of(e, "spinningMw")[t];
    long minimum = whole(entities.get(e)[7], 4);
    long price = price(point, "rt", t);
    long error = Math.abs(of(e, "actualMw")[t] - of(e, "instructedMw")[t]);
    boolean answered =
        10 * error <= 5 * of(e, "regulationMw")[t]
            && 10 * of(e, "deliveredMw")[t] >= 9 * of(e, "calledMw")[t];
    if (m > 0 && 4 * m >= minimum && answered && price >= marginal(segments, minimum)) {
      long economic = 0;
      for (long[] segment : segments) {
        economic = segment[1] <= price ? segment[0] : economic;
      }
      long mw = Math.min(held, Math.max(0, economic - 4 * m));
      long spread = Math.max(0, price - marginal(segments, 4 * m));
      post(e, "LOST_OPPORTUNITY", "MAKE_WHOLE", r(spread * mw * 25, 1_000_000));
    }
  }

  private void shares(int day) throws IOException {
    Map<String, Long> used = new TreeMap<>();
    Map<String, Long> made = new TreeMap<>();
    Map<String, Long> both = new TreeMap<>();
    for (String e : entities.keySet()) {
      long mwh = Arrays.stream(of("E" + e, "forwardMwh")).sum();
      if (unit(e)) {
        made.put(e, mwh);
      } else if (user(e)) {
        used.put(e, mwh);
      }
      both.put(e, unit(e) || user(e) ? mwh : 0);
    }
    pools.merge("ANCILLARY", pools.getOrDefault("ASSESSMENT", 0L), Long::sum);
    String[] right = rows("rights.csv").get(0);
    long payoff = 0;
    for (int t = 0; t < N; t++) {
      long spread = of(right[3], "daCongestion")[t] - of(right[2], "daCongestion")[t];
      payoff += r(Math.max(0, whole(right[4], 4) * 25 * spread), 1_000_000);
    }
    long rights = Math.max(0, Math.min(pools.getOrDefault("CONGESTION", 0L), payoff));
    share("TRANSMISSION_RIGHT", rights, Map.of(right[1], 1L));
    share("CONGESTION_SHARE", pools.getOrDefault("CONGESTION", 0L) - rights, used);
    share("LOSS_SHARE", pools.getOrDefault("ENERGY", 0L), both);
    long half = r(pools.get("ANCILLARY") * 5_000, 10_000);
    share("ANCILLARY_GENERATION", half, made);
    share("ANCILLARY_CONSUMPTION", pools.get("ANCILLARY") - half, used);
    share("DEMAND_RESPONSE_SHARE", pools.getOrDefault("DEMAND_RESPONSE", 0L), used);
    share("MAKE_WHOLE_SHARE", pools.getOrDefault("MAKE_WHOLE", 0L), used);
    String grid =
        entities.keySet().stream()
            .filter(e -> entities.get(e)[3].equals("grid"))
            .findFirst()
            .orElseThrow();
    share("TRANSMISSION_INCOME", pools.getOrDefault("TRANSMISSION", 0L), Map.of(grid, 1L));
    if (day == days) {
      Map<String, Long> held = new TreeMap<>();
      entities.keySet().stream()
          .filter(this::unit)
          .forEach(e -> held.put(e, whole(entities.get(e)[9], 4)));
      share("CAPACITY_INCOME", pools.getOrDefault("CAPACITY", 0L), held);
    }
  }

  /** Largest remainders, ties by id. */
  private void share(String item, long amount, Map<String, Long> weights) {
    BigInteger total = BigInteger.valueOf(weights.values().stream().mapToLong(w -> w).sum());
    if (amount == 0 || total.signum() == 0) {
      return;
    }
    long left = Math.abs(amount);
    Map<String, Long> parts = new TreeMap<>();
    Map<String, BigInteger> rests = new TreeMap<>();
    for (var each : new TreeMap<>(weights).entrySet()) {
      BigInteger[] parted =
          BigInteger.valueOf(Math.abs(amount))
              .multiply(BigInteger.valueOf(each.getValue()))
              .divideAndRemainder(total);
      parts.put(each.getKey(), parted[0].longValueExact());
      rests.put(each.getKey(), parted[1]);
      left -= parted[0].longValueExact();
    }
    List<String> order = new ArrayList<>(rests.keySet());
    order.sort((a, b) -> rests.get(b).compareTo(rests.get(a)));
    for (int i = 0; i < left; i++) {
      parts.merge(order.get(i), 1L, Long::sum);
    }
    parts.forEach(
        (e, part) -> {
          if (part != 0) {
            amounts.merge(e + "," + item + "," + date, Long.signum(amount) * part, Long::sum);
          }
        });
  }
}
