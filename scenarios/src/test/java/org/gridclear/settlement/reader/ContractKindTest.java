package org.gridclear.settlement.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Rows
class ContractKindTest {
  @TempDir private Path temporary;
  private SettlementFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new SettlementFolder(temporary);
  }

  private void kind(String kind) {
    folder.put(
        "contracts.csv", "contract,seller,buyer,point,market,kind\nC1,T1,U1,P1,da," + kind + "\n");
  }

  private void delivered(int mwh) {
    assertEquals(mwh, folder.column(SettlementColumn.PHYSICAL, "T1")[5]);
    assertEquals(-mwh, folder.column(SettlementColumn.PHYSICAL, "U1")[5]);
    assertEquals(50_000, folder.column(SettlementColumn.CONTRACT, "T1")[5]);
  }

  @Test
  void physicalContractIsDeliveredInACentralisedMarket() {
    kind("physical");
    delivered(50_000);
  }

  @Test
  void financialContractIsNotDeliveredInADecentralisedMarket() {
    folder.put("settlement.yaml", folder.text("settlement.yaml") + "mode: decentralised\n");
    kind("financial");
    delivered(0);
  }

  @Test
  void contractThatNamesNoKindIsWhatTheModeMakesIt() {
    delivered(0);
    folder.put("settlement.yaml", folder.text("settlement.yaml") + "mode: decentralised\n");
    delivered(50_000);
    kind("");
    delivered(50_000);
  }

  @Test
  void otherKindsAreRefused() {
    kind("virtual");
    InvalidInputException refusal =
        assertThrows(InvalidInputException.class, () -> SettlementReader.open(folder.path()));
    assertTrue(
        refusal.getMessage().contains("contracts.csv: line 2, kind = virtual"),
        refusal::getMessage);
  }

  @Test
  void energyOfPhysicalContractsIsNoSeriesOfServices() {
    folder.day(
        "services.csv",
        SettlementFolder.header("entity") + SettlementFolder.row("T1", "physicalMwh", "1"));
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () -> SettlementReader.days(SettlementReader.open(folder.path()), 1, 1, day -> {}));
    assertTrue(refusal.getMessage().contains("physicalMwh"), refusal::getMessage);
  }
}
