package org.gridclear.market.workflow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gridclear.io.declaration.ParametersReader;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.store.declaration.StoredText;
import org.gridclear.market.workflow.book.GateTimes;

/**
 * The gates that the parameters of the markets say.
 *
 * @param store declarations
 * @param zone zone of time of the market folder
 * @param read versions that were read, which never change
 */
record MarketGates(DeclarationStore store, ZoneId zone, Map<String, DeclarationParameters> read)
    implements GateTimes {
  MarketGates(DeclarationStore store, ZoneId zone) {
    this(store, zone, new ConcurrentHashMap<>());
  }

  @Override
  public Function<LocalDate, Optional<Instant>> of(String market) {
    List<StoredText> versions =
        store.parameters().stream().filter(each -> each.key().equals(market)).toList();
    return date ->
        versions.stream()
            .filter(each -> !each.from().isAfter(date))
            .max(Comparator.comparing(StoredText::from).thenComparing(StoredText::version))
            .map(this::parameters)
            .map(parameters -> parameters.gate().of(date, zone));
  }

  private DeclarationParameters parameters(StoredText version) {
    return read.computeIfAbsent(
        version.key() + " " + version.version(),
        key -> ParametersReader.read(version.content().getBytes(StandardCharsets.UTF_8)));
  }
}
