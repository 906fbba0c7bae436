package org.gridclear.settlement.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import org.gridclear.settlement.input.SettlementMonth;

/**
 * What a statement can be computed again from, as files.
 *
 * @param files content by name
 */
public record BillEvidence(Map<String, byte[]> files) {
  static final String MONTH = "month.json";
  static final String INPUTS = "inputs.json";
  static final String POOLS = "pools.csv";

  public BillEvidence {
    files = new TreeMap<>(files);
  }

  /** The evidence of inputs and of the pools of their month. */
  public static BillEvidence of(BillInputs inputs, PoolFacts pools) {
    return new BillEvidence(
        Map.of(
            MONTH,
            Json.MAPPER.writeValueAsBytes(inputs.month()),
            INPUTS,
            Json.MAPPER.writeValueAsBytes(inputs.days()),
            POOLS,
            pools.text()));
  }

  BillInputs inputs() {
    return new BillInputs(
        Json.MAPPER.readValue(files.get(MONTH), SettlementMonth.class),
        List.of(Json.MAPPER.readValue(files.get(INPUTS), BillInputs.Day[].class)));
  }

  PoolFacts pools() {
    return PoolFacts.read(Objects.requireNonNull(files.get(POOLS)));
  }

  /** SHA-256 of the names and hashes of the files. */
  public String hash() {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (name, bytes) -> text.append(name).append(' ').append(Sha256.hex(bytes)).append('\n'));
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
