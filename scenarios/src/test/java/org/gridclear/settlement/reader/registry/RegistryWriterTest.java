package org.gridclear.settlement.reader.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.settlement.registration.RegistryRules;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registration.SettlementView;
import org.gridclear.settlement.registration.SmallMarket;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;

/** The registry as the files of a settlement folder, read again by settlement's own reader. */
// Rows
class RegistryWriterTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  private record Files(Map<String, byte[]> files) implements InputFiles {
    @Override
    public String place() {
      return "memory";
    }

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<String> paths() {
      return files.keySet().stream().sorted().toList();
    }
  }

  private static Registry readAgain(Registry registry) {
    RegistryReader reader =
        new RegistryReader(new Files(RegistryWriter.files(registry)), MarketMode.CENTRALISED);
    Registry read = reader.read();
    assertEquals(
        List.of(), reader.logs().stream().map(IssueLog::issues).flatMap(List::stream).toList());
    return read;
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    Registry registry = SettlementView.of(SmallMarket.state(), OCTOBER);
    assertEquals(3, registry.members().size());
    assertEquals(6, registry.entities().size());
    assertEquals(3, registry.relations().size());
    assertEquals(1, registry.contracts().size());
    assertEquals(registry, readAgain(registry));
  }

  private static RegistryState changed(String records) {
    return new RegistryRules(RegistryLimits.STANDARD)
        .judge("t", SmallMarket.state(), SmallMarket.changes(records), SmallMarket.TODAY)
        .plan()
        .after();
  }

  @Test
  void aMonthHasEveryRecordOfItsDaysWithItsOwnDays() {
    String unit =
        """
        {"kind": "unit", "id": "T1", "from": "2026-10-15", "name": "Coal, \\"1\\"", "member": "north",
         "type": "thermal", "stage": "commercial", "capacityMw": 310.5, "pricePoint": "b1"}
        """;
    Registry registry = SettlementView.of(changed(unit), OCTOBER);
    List<SettlementEntity> records =
        registry.entities().stream().filter(entity -> entity.id().equals("T1")).toList();
    assertEquals(2, records.size());
    assertEquals(LocalDate.of(2026, 10, 14), records.get(0).validity().to());
    assertEquals(3_105_000, records.get(1).capacity().getAsLong());
    assertEquals(registry, readAgain(registry));
    Registry before = SettlementView.of(changed(unit), YearMonth.of(2026, 9));
    assertEquals(1, before.entities().stream().filter(entity -> entity.id().equals("T1")).count());
    assertEquals(List.of(), before.contracts(), () -> "the contract begins in October");
  }

  @Test
  void aRetiredUnitIsNotSettled() {
    String retired =
        """
        {"kind": "storage", "id": "S1", "from": "2026-10-15", "name": "Battery", "member": "north",
         "stage": "retired", "capacityMw": 50, "pricePoint": "b1"}
        """;
    Registry registry = SettlementView.of(changed(retired), OCTOBER);
    List<SettlementEntity> records =
        registry.entities().stream().filter(entity -> entity.id().equals("S1")).toList();
    assertEquals(1, records.size());
    assertEquals(LocalDate.of(2026, 10, 14), records.get(0).validity().to());
  }

  @Test
  void everyFileIsThereIfOnlyWithItsHeader() {
    Map<String, byte[]> files =
        RegistryWriter.files(SettlementView.of(RegistryState.EMPTY, OCTOBER));
    assertEquals(7, files.size());
    files.forEach(
        (name, content) ->
            assertTrue(new String(content, StandardCharsets.UTF_8).endsWith(",from,to\n"), name));
  }
}
