package org.gridclear.market.year;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a year of days comes to, in words. */
public final class YearText {
  private static final int NAMED_MAX = 5;

  private YearText() {}

  /** A line about a day. */
  public static String of(ClearedDate day) {
    String alarms = day.alarms().isEmpty() ? "" : "  " + String.join("; ", day.alarms());
    return day.kept()
        ? "%s v%d  kept%s".formatted(day.date(), day.version(), alarms)
        : String.format(
            Locale.ROOT,
            "%s v%d  %.2f yuan, gap %.3f %%, %.1f s of CPU%s",
            day.date(),
            day.version(),
            day.objectiveYuan(),
            100 * day.gap(),
            day.cpuSeconds(),
            alarms);
  }

  /** The whole: first what somebody must know before the days are used. */
  public static String of(List<ClearedDate> days, YearPlan plan) {
    StringBuilder text = new StringBuilder();
    List<ClearedDate> alarmed = days.stream().filter(day -> !day.alarms().isEmpty()).toList();
    if (!alarmed.isEmpty()) {
      text.append("%d of %d days are not clean:%n".formatted(alarmed.size(), days.size()));
      alarmed.stream()
          .limit(NAMED_MAX)
          .forEach(
              day ->
                  text.append("  %s %s%n".formatted(day.date(), String.join("; ", day.alarms()))));
    }
    List<ClearedDate> cleared = days.stream().filter(day -> !day.kept()).toList();
    text.append(
        "%s: %d days, %s to %s: %d cleared, %d kept%n"
            .formatted(
                plan.cases().source(),
                days.size(),
                plan.from(),
                plan.to(),
                cleared.size(),
                days.size() - cleared.size()));
    if (!cleared.isEmpty()) {
      text.append(figures(cleared));
      text.append(wide(cleared, plan.options().gap()));
    }
    if (plan.chains() > 1) {
      text.append(
          "In %d parts; the first day of each goes on from the day before it, cleared by itself.%n"
              .formatted(plan.chains()));
    }
    return text.toString();
  }

  private static String wide(List<ClearedDate> cleared, double gap) {
    List<ClearedDate> wide = cleared.stream().filter(day -> day.gap() > gap).toList();
    if (wide.isEmpty()) {
      return "";
    }
    String named =
        wide.stream()
            .sorted(Comparator.comparingDouble(ClearedDate::gap).reversed())
            .limit(NAMED_MAX)
            .map(day -> String.format(Locale.ROOT, "%s %.2f %%", day.date(), 100 * day.gap()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%d days end outside the gap of %.2f %%: %s%s%n",
        wide.size(),
        100 * gap,
        named,
        wide.size() > NAMED_MAX ? " …" : "");
  }

  private static String figures(List<ClearedDate> cleared) {
    double cpu = cleared.stream().mapToDouble(ClearedDate::cpuSeconds).sum();
    ClearedDate longest =
        cleared.stream().max(Comparator.comparingDouble(ClearedDate::cpuSeconds)).orElseThrow();
    double gap = cleared.stream().mapToDouble(ClearedDate::gap).average().orElse(0);
    double widest = cleared.stream().mapToDouble(ClearedDate::gap).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "CPU %.1f s a day, at most %.1f s (%s), %.0f s in all; gap %.3f %% on average, at most"
            + " %.3f %%%n",
        cpu / cleared.size(),
        longest.cpuSeconds(),
        longest.date(),
        cpu,
        100 * gap,
        100 * widest);
  }
}
