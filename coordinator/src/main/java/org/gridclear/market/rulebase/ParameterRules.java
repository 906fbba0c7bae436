package org.gridclear.market.rulebase;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridclear.io.declaration.ParametersReader;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.store.declaration.StoredText;

/**
 * Gate, price bounds, products and defaults of the markets: a version holds from the trading date
 * that it says.
 *
 * @param store declarations
 * @param zone zone of time of the market
 */
record ParameterRules(DeclarationStore store, ZoneId zone) implements RuleKind {
  static final String LABEL = "market-parameters";

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public String text() {
    return "Gate, price bounds, products and default offers of a market, from a trading date on.";
  }

  @Override
  public byte[] kept(byte[] content, String name) {
    ParametersReader.read(content);
    return content;
  }

  @Override
  public String idOf(byte[] kept) {
    return ParametersReader.read(kept).market();
  }

  @Override
  public Optional<Instant> fromOf(byte[] kept) {
    return Optional.of(ParametersReader.read(kept).from().atStartOfDay(zone).toInstant());
  }

  @Override
  public List<RuleVersion> versions() {
    return store.parameterVersions().stream()
        .map(
            each ->
                new RuleVersion(
                    each.key(),
                    each.version(),
                    each.from().atStartOfDay(zone).toInstant(),
                    each.madeBy(),
                    each.madeAt()))
        .toList();
  }

  @Override
  public byte[] content(RuleVersion version) {
    return store.parameters().stream()
        .filter(each -> each.key().equals(version.id()) && each.version() == version.number())
        .map(StoredText::content)
        .findFirst()
        .orElseThrow()
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Optional<byte[]> standard() {
    return Optional.empty();
  }

  @Override
  public int enact(byte[] kept, Instant from, Recording recording) {
    return new MarketParameters(store, zone, Clock.fixed(recording.now(), ZoneOffset.UTC))
        .add(new String(kept, StandardCharsets.UTF_8), recording.by())
        .version();
  }
}
