package org.gridclear.convert;

import com.powsybl.cgmes.conversion.CgmesImport;
import com.powsybl.commons.datasource.ReadOnlyMemDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** CGMES profiles as XML files in one zip. Buses are called by their identifiers. */
public final class CgmesFormat implements FileFormat {
  private static final long UNPACKED_BYTES_MAX = CaseFiles.FILE_BYTES_MAX;

  /** What the headers of profiles say: equipment, that of the boundary, and steady states. */
  private static final List<String> EQUIPMENT = List.of("EquipmentCore/", "CoreEquipment-EU/");

  private static final String BOUNDARY = "EquipmentBoundary";
  private static final String STATES = "SteadyStateHypothesis";

  @Override
  public String name() {
    return "CGMES";
  }

  @Override
  public boolean matches(SourceFile file) {
    return file.endsWith(".zip");
  }

  @Override
  public CaseFiles.@Nullable Content read(SourceFile file, IssueLog log) {
    ReadOnlyMemDataSource source = new ReadOnlyMemDataSource(file.caseName());
    CgmesImport importer = new CgmesImport();
    if (!unpack(file, source, log)) {
      return null;
    }
    if (!importer.exists(source)) {
      log.add(
          Rule.SYNTAX,
          "document",
          "",
          "no CGMES profile",
          "Put the EQ, SSH, TP and SV files (XML) and those of the boundary into the zip.");
      return null;
    }
    if (!hasStates(source, log)) {
      return null;
    }
    Properties properties = new Properties();
    properties.put(CgmesImport.STORE_CGMES_MODEL_AS_NETWORK_EXTENSION, "false");
    return Reading.network(importer, source, properties, Convention.IIDM, file.caseName(), log);
  }

  /**
   * Whether every equipment file has its steady states. PowSyBl takes loads and machines of which
   * it finds none as of 0 MW.
   */
  private static boolean hasStates(ReadOnlyMemDataSource source, IssueLog log) {
    int equipment = 0;
    int states = 0;
    try {
      for (String name : source.listNames(".*")) {
        byte[] bytes = source.newInputStream(name).readAllBytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean own = EQUIPMENT.stream().anyMatch(text::contains) && !text.contains(BOUNDARY);
        equipment += own ? 1 : 0;
        states += text.contains(STATES) ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (states < equipment) {
      log.add(
          Rule.FIELD_PRESENT,
          "document",
          "SSH",
          "%d for %d of EQ".formatted(states, equipment),
          "Put the SSH file of every EQ file into the zip: loads and set points stand there.");
      return false;
    }
    return true;
  }

  /** Files of folders within the zip count as well; packed zips within do not. */
  private static boolean unpack(SourceFile file, ReadOnlyMemDataSource source, IssueLog log) {
    long left = UNPACKED_BYTES_MAX;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // Files of one name in two folders are two files.
        String name = entry.getName().replace('/', '_');
        if (!entry.isDirectory() && name.endsWith(".xml")) {
          byte[] bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
          left -= bytes.length;
          if (left < 0) {
            log.add(
                Rule.FILE_READABLE, "document", "", "over 1 GiB unpacked", "Give a smaller one.");
            return false;
          }
          source.putData(name, bytes);
        } else if (!entry.isDirectory()) {
          log.notice(Rule.FIELD_USED, "file", name, "zip", name, "It is no XML and is not read.");
        }
      }
    } catch (IOException e) {
      log.add(Rule.SYNTAX, "document", "", e.getMessage(), "Is the zip cut off?");
      return false;
    }
    return true;
  }
}
