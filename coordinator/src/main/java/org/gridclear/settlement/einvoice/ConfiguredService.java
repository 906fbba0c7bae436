package org.gridclear.settlement.einvoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.payment.ElectronicInvoices;
import org.gridclear.settlement.payment.PaymentLedger;
import org.gridclear.settlement.payment.TaxService;
import org.gridclear.settlement.process.ProcessConflictException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The tax service that the file {@code einvoice.json} of a market names. */
public final class ConfiguredService {
  /** Name of the file. */
  public static final String FILE = "einvoice.json";

  private static final int SECONDS_DEFAULT = 30;
  private static final int SECONDS_MAX = 600;
  private static final Set<String> KNOWN =
      Set.of("command", "address", "secretFile", "timeoutSeconds");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private ConfiguredService() {}

  /**
   * Electronic invoices of a market, by its service.
   *
   * @param ledger its payments
   * @throws ProcessConflictException if it names no service
   * @throws IllegalArgumentException if its file cannot be used
   */
  public static ElectronicInvoices invoices(
      MarketFolder market, PaymentLedger ledger, Clock clock) {
    return new ElectronicInvoices(ledger, of(market.path(), clock), market.facts().currencyCode());
  }

  /**
   * The service of a market.
   *
   * @param market folder of the market
   * @throws ProcessConflictException if none is named there
   * @throws IllegalArgumentException if the file cannot be used
   */
  public static TaxService of(Path market, Clock clock) {
    Path file = market.resolve(FILE);
    if (!Files.exists(file)) {
      throw new ProcessConflictException(
          "No tax service makes electronic invoices here: name a command or an address in %s of the"
                  .formatted(FILE)
              + " market folder (docs/settlement-process.md).");
    }
    try {
      return read(file, Json.MAPPER.readTree(Files.readAllBytes(file)), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("%s is no JSON: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static TaxService read(Path file, JsonNode root, Clock clock) throws IOException {
    for (String name : root.propertyNames()) {
      if (!KNOWN.contains(name)) {
        throw wrong(file, name, "is not known; known are " + KNOWN.stream().sorted().toList());
      }
    }
    int seconds = root.path("timeoutSeconds").asInt(SECONDS_DEFAULT);
    if (seconds < 1 || seconds > SECONDS_MAX) {
      throw wrong(file, "timeoutSeconds", "must lie in 1..%d".formatted(SECONDS_MAX));
    }
    Duration patience = Duration.ofSeconds(seconds);
    if (root.has("command") == root.has("address")) {
      throw wrong(file, "command or address", "must be there, one of the two");
    }
    if (root.has("command")) {
      List<String> command = new ArrayList<>();
      root.get("command").forEach(each -> command.add(each.asString()));
      if (command.isEmpty()) {
        throw wrong(file, "command", "must be a list: the program and its arguments");
      }
      return new ServiceProgram(command, patience);
    }
    if (!root.has("secretFile")) {
      throw wrong(file, "secretFile", "must name the file of the secret that signs calls");
    }
    Path secret = file.resolveSibling(root.get("secretFile").asString());
    String text = Files.readString(secret, StandardCharsets.UTF_8).strip();
    return new ServiceAddress(
        address(file, root.get("address").asString()),
        text.getBytes(StandardCharsets.UTF_8),
        patience,
        clock);
  }

  /** An address that may be called: https, or http of this machine. */
  private static URI address(Path file, String text) {
    URI uri = URI.create(text);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    boolean allowed =
        "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && HERE.contains(host);
    if (host.isEmpty() || uri.getUserInfo() != null || !allowed) {
      throw wrong(file, "address", "must be https, or http of this machine, without a user");
    }
    return uri;
  }

  private static IllegalArgumentException wrong(Path file, String what, String why) {
    return new IllegalArgumentException("%s: %s %s.".formatted(file, what, why));
  }
}
