package org.gridclear.settlement.reader.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.Validity;

/**
 * Writes a registry as the files of a settlement folder, so that the same is read again. Offers are
 * not part of it.
 */
public final class RegistryWriter {
  private RegistryWriter() {}

  /** Content by name of file; every file is there, if only with its header. */
  public static Map<String, byte[]> files(Registry registry) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "members.csv",
        table(
            "member,name,type,bank,from,to",
            registry.members(),
            m -> row(m.validity(), m.id(), m.name(), m.type(), m.bank())));
    files.put("entities.csv", entities(registry));
    files.put(
        "meters.csv",
        table(
            "meter,multiplier,fullScale,from,to",
            registry.meters(),
            m -> row(m.validity(), m.id(), number(m.multiplier(), 4), number(m.fullScale(), 4))));
    files.put(
        "relations.csv",
        table(
            "meter,entity,sign,share,from,to",
            registry.relations(),
            r ->
                row(
                    r.validity(),
                    r.meter(),
                    r.entity(),
                    String.valueOf(r.sign()),
                    number(r.share(), 6))));
    files.put("contracts.csv", contracts(registry));
    files.put(
        "tariffs.csv",
        table(
            "tariff,yuanPerMwh,from,to",
            registry.tariffs(),
            t -> row(t.validity(), t.id(), number(t.yuanPerMwh(), 3))));
    files.put(
        "rights.csv",
        table(
            "right,entity,source,sink,mw,from,to",
            registry.rights(),
            r -> row(r.validity(), r.id(), r.entity(), r.source(), r.sink(), number(r.mw(), 4))));
    return files;
  }

  private static byte[] entities(Registry registry) {
    return table(
        "entity,member,name,class,point,tariff,capacityMw,minimumMw,obligationMw,heldMw,aggregator,grid,from,to",
        registry.entities(),
        e ->
            row(
                e.validity(),
                e.id(),
                e.member(),
                e.name(),
                e.entityClass().label(),
                e.point(),
                e.tariff(),
                mw(e.capacity()),
                mw(e.minimum()),
                mw(e.obligation()),
                mw(e.held()),
                e.aggregator(),
                e.grid()));
  }

  private static byte[] contracts(Registry registry) {
    return table(
        "contract,seller,buyer,point,market,kind,withheld,from,to",
        registry.contracts(),
        c ->
            row(
                c.validity(),
                c.id(),
                c.seller(),
                c.buyer(),
                c.point(),
                c.realTime() ? "rt" : "da",
                c.kind().label(),
                c.withheld()));
  }

  private static <T> byte[] table(String header, List<T> records, Function<T, String> row) {
    return Stream.concat(Stream.of(header), records.stream().map(row))
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String row(Validity validity, String... cells) {
    return Stream.concat(
            Arrays.stream(cells),
            Stream.of(validity.from(), validity.to()).map(day -> day == null ? "" : day.toString()))
        .map(RegistryWriter::quoted)
        .collect(Collectors.joining(","));
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String number(long value, int decimals) {
    return FixedPoint.format(value, decimals);
  }

  private static String mw(OptionalLong value) {
    return value.isPresent() ? number(value.getAsLong(), 4) : "";
  }
}
