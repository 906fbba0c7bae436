package org.gridclear.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.settlement.reader.SettlementReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that is settled from what the registry hands over. */
// Rows, O-25
class RegisteredSettlementTest {
  private static final List<String> OF_REGISTRY =
      List.of(
          "members.csv",
          "entities.csv",
          "meters.csv",
          "relations.csv",
          "contracts.csv",
          "tariffs.csv",
          "rights.csv");

  private static final String CURVES = "days/2026-10-01/curves.csv";

  @TempDir Path folder;

  private static Shell.Ended done(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended;
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void approved(String number, String file) {
    done("registry", "propose", path(file), "--market", path("m"), "--by", "ann");
    done("registry", "review", number, "--approve", "--market", path("m"), "--by", "bob");
  }

  private Shell.Ended export(String... more) {
    return Shell.run(
        Stream.concat(
                Stream.of("registry", "export", "--market", path("m"), "--settlement"),
                Stream.concat(Stream.of(path("copy"), "--month", "2026-10"), Stream.of(more)))
            .toArray(String[]::new));
  }

  private List<String> settled(String name) throws IOException {
    done("settle", "day", path(name), "--day", "1", "--out", path(name + "-day"), "--quiet");
    return Files.readAllLines(folder.resolve(name + "-day").resolve("items.csv"));
  }

  /** The day of a contract of 3 100.0031 MWh over October: 1 000 001 parts in 96 intervals. */
  private static String curve() {
    StringBuilder header = new StringBuilder("contract,series");
    StringBuilder energy = new StringBuilder("TOTAL,mwh");
    StringBuilder price = new StringBuilder("TOTAL,yuanPerMwh");
    for (int k = 1; k <= 96; k++) {
      header.append(',').append(k);
      energy.append(k <= 65 ? ",1.0417" : ",1.0416");
      price.append(",400.000");
    }
    return header + "\n" + energy + "\n" + price + "\n";
  }

  private void copyWithoutRegistry() throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(folder.resolve("live"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path path = folder.resolve("live").relativize(file);
        if (!OF_REGISTRY.contains(path.toString()) && !path.endsWith(CURVES)) {
          Files.createDirectories(copy.resolve(path).getParent());
          Files.copy(file, copy.resolve(path));
        }
      }
    }
  }

  @Test
  void aDayFromTheRegistryIsTheDayOfTheFolderThatItCameFrom() throws IOException {
    done("settle", "synthesize", path("live"), "--entities", "12", "--days", "1");
    Path live = folder.resolve("live");
    Files.writeString(
        folder.resolve("all.json"),
        RegisteredMonth.document(SettlementReader.open(live).registry()));
    Files.writeString(
        live.resolve("contracts.csv"),
        """
        contract,seller,buyer,point,market,from,to,kind
        TOTAL,TH00000,RE00005,P001,da,2026-10-01,2026-10-31,physical
        """
            + Files.readString(live.resolve("contracts.csv"))
                .lines()
                .skip(1)
                .map(line -> line + ",\n")
                .collect(Collectors.joining()));
    Files.writeString(live.resolve(CURVES), curve());
    copyWithoutRegistry();

    done("market", "init", path("m"), "--name", "m");
    approved("1", "all.json");
    Files.writeString(
        folder.resolve("more.json"),
        """
        {"format": "gridclear-registry", "version": 1, "records": [
         {"kind": "contract", "id": "TOTAL", "from": "2026-10-01", "to": "2026-10-31", "seller": "TH00000",
          "buyer": "RE00005", "form": "monthly-base", "settled": "physical", "pricePoint": "P001", "market": "da",
          "totalMwh": 3100.0031, "yuanPerMwh": 400}]}
        """);
    approved("2", "more.json");
    assertEquals(0, export().code());
    Path copied = folder.resolve("copy").resolve(CURVES);
    assertEquals(curve(), Files.readString(copied));

    List<String> items = settled("live");
    assertTrue(items.size() > 60, "items: " + items.size());
    assertTrue(items.stream().anyMatch(line -> line.contains("MLT_PHYSICAL")), "physical");
    assertEquals(items, settled("copy"));

    assertEquals("Revision 2\n", export().output(), "nothing is left to write");
    Files.writeString(copied, curve().lines().findFirst().orElseThrow() + "\n");
    Shell.Ended refused = export();
    assertEquals(ExitCodes.BAD_INPUT, refused.code());
    assertTrue(refused.text().contains(CURVES), refused.text());
    assertEquals(0, export("--replace").code());
    assertEquals(curve(), Files.readString(copied));
  }
}
