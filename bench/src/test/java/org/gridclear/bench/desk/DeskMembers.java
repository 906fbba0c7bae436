package org.gridclear.bench.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.cli.GridClear;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.store.MarketFolder;

/**
 * What members have on the server of the desk: G1 of alder and G3 of birch are registered and may
 * declare for {@link #DECLARED}; October is closed and billed, its user US00007 being alder's.
 */
final class DeskMembers {
  /** A date for which can be declared. */
  static final LocalDate DECLARED = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5);

  static final String CLOSE = "close-2026-10-v1";

  private static final String RECORDS =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "alder", "from": "2026-01-01", "name": "Alder", "type": "generator"},
        {"kind": "member", "id": "birch", "from": "2026-01-01", "name": "Birch", "type": "generator"},
        {"kind": "price-point", "id": "p1", "from": "2026-01-01", "name": "1", "bus": "1"},
        {"kind": "unit", "id": "G1", "from": "2026-01-01", "name": "First", "member": "alder",
         "type": "thermal", "stage": "commercial", "capacityMw": 200, "pricePoint": "p1"},
        {"kind": "unit", "id": "G3", "from": "2026-01-01", "name": "Third", "member": "birch",
         "type": "gas", "stage": "commercial", "capacityMw": 100, "pricePoint": "p1"}]}
      """;
  private static final String PARAMETERS =
      """
      {"market": "da", "from": "2026-01-01", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 30, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  private static boolean made;

  private DeskMembers() {}

  /** Makes it once on a server. */
  static synchronized void on(DeskServer server) {
    if (made) {
      return;
    }
    made = true;
    register(server);
    MarketFolder market = server.market();
    Clock clock = Clock.systemUTC();
    MarketGate.of(market, RegisteredUnits.of(market, clock), clock)
        .parameters()
        .add(PARAMETERS, "olga");
    settle(server.folder());
  }

  private static void register(DeskServer server) {
    Accounts accounts = server.people().security().accounts();
    accounts.add("reg-one", List.of("registrars"), Scope.ALL);
    accounts.add("reg-two", List.of("registrars"), Scope.ALL);
    String path = server.address("").replace("/console", "/api/v1/registry/proposals");
    post(path, accounts.token("reg-one", "t", 9), RECORDS.strip());
    post(path + "/1/review", accounts.token("reg-two", "t", 9), "{\"decision\": \"approved\"}");
  }

  private static void post(String address, String token, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(address + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void settle(Path folder) {
    Path input = folder.resolve("settlement");
    Path close = folder.resolve("runs").resolve(CLOSE);
    done("settle", "synthesize", input.toString(), "--entities", "24", "--days", "2");
    for (String file : List.of("entities.csv", "members.csv")) {
      try {
        Path of = input.resolve(file);
        Files.writeString(of, Files.readString(of).replace("MUS00007", "alder"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    done("settle", "check", input.toString());
    done("settle", "month", input.toString(), "--out", close.toString(), "--quiet");
    done("settle", "bill", close.toString(), "--all", "--by", "clara");
  }

  private static void done(String... arguments) {
    int code = GridClear.run(arguments);
    if (code != 0) {
      throw new AssertionError(String.join(" ", arguments) + ": " + code);
    }
  }
}
