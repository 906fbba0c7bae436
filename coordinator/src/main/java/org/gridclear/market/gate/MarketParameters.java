package org.gridclear.market.gate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gridclear.io.declaration.ParametersReader;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.store.declaration.StoredText;

/**
 * The parameters of markets, by version.
 *
 * @param store where they are kept
 * @param zone zone of time of the market folder
 * @param clock the time
 * @param read versions that were read, which never change
 */
public record MarketParameters(
    DeclarationStore store, ZoneId zone, Clock clock, Map<String, Version> read) {
  /** The parameters of a store; each version is read once. */
  public MarketParameters(DeclarationStore store, ZoneId zone, Clock clock) {
    this(store, zone, clock, new ConcurrentHashMap<>());
  }

  /**
   * Parameters and which version they are.
   *
   * @param version from 1
   * @param values what holds
   */
  public record Version(int version, DeclarationParameters values) {}

  /** The parameters of a market on a date: those that begin last, of these the latest version. */
  public Optional<Version> on(String market, LocalDate date) {
    return store.parameterVersions().stream()
        .filter(each -> each.key().equals(market) && !each.from().isAfter(date))
        .max(Comparator.comparing(StoredText::from).thenComparing(StoredText::version))
        .map(each -> read.computeIfAbsent(market + " " + each.version(), key -> find(each)));
  }

  private Version find(StoredText version) {
    return store.parameters().stream()
        .filter(each -> each.key().equals(version.key()) && each.version() == version.version())
        .map(MarketParameters::version)
        .findFirst()
        .orElseThrow();
  }

  private static Version version(StoredText stored) {
    return new Version(
        stored.version(), ParametersReader.read(stored.content().getBytes(StandardCharsets.UTF_8)));
  }

  /** Markets that take declarations on some date. */
  public TreeSet<String> markets() {
    TreeSet<String> markets = new TreeSet<>();
    store.parameterVersions().forEach(each -> markets.add(each.key()));
    return markets;
  }

  /** Every version of all markets, as it was given. */
  public List<StoredText> all() {
    return store.parameters();
  }

  /**
   * Takes new parameters. They do not change what is under way: the window of their first date has
   * not opened by the parameters that hold there now.
   *
   * @param content JSON
   * @param by account
   * @throws IllegalArgumentException if they cannot be, with all that is wrong
   */
  public Version add(String content, String by) {
    DeclarationParameters given = ParametersReader.read(content.getBytes(StandardCharsets.UTF_8));
    Instant now = clock.instant();
    return store.write(
        ledger -> {
          List<StoredText> before =
              ledger.parameters().stream()
                  .filter(each -> each.key().equals(given.market()))
                  .toList();
          check(given, before, now);
          int version = before.size() + 1;
          ledger.addParameters(
              new StoredText(given.market(), version, given.from(), content, by, now));
          return new Version(version, given);
        });
  }

  private void check(DeclarationParameters given, List<StoredText> before, Instant now) {
    before.stream()
        .filter(each -> !each.from().isAfter(given.from()))
        .max(Comparator.comparing(StoredText::from).thenComparing(StoredText::version))
        .map(MarketParameters::version)
        .map(held -> held.values().opens().of(given.from(), zone))
        .filter(opens -> !now.isBefore(opens))
        .ifPresent(
            opens -> {
              throw new IllegalArgumentException(
                  "The window of %s in %s is open since %s; give parameters from a later date on."
                      .formatted(given.from(), given.market(), opens.atZone(zone)));
            });
  }
}
