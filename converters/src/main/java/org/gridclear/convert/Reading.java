package org.gridclear.convert;

import com.powsybl.commons.PowsyblException;
import com.powsybl.commons.datasource.ReadOnlyDataSource;
import com.powsybl.commons.datasource.ReadOnlyMemDataSource;
import com.powsybl.commons.report.ReportNode;
import com.powsybl.iidm.network.Importer;
import com.powsybl.iidm.network.impl.NetworkFactoryImpl;
import java.util.Properties;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Runs an importer over a file; what it cannot read is an issue. */
final class Reading {
  private Reading() {}

  /** The content of a file as a data source, under the ending that importers expect. */
  static ReadOnlyMemDataSource inMemory(SourceFile file, String ending) {
    return inMemory(file.caseName(), file.bytes(), ending);
  }

  /** Content as a data source, under the ending that importers expect. */
  static ReadOnlyMemDataSource inMemory(String name, byte[] content, String ending) {
    ReadOnlyMemDataSource source = new ReadOnlyMemDataSource(name);
    source.putData(name + "." + ending, content);
    return source;
  }

  /**
   * Reads a network.
   *
   * @param importer the format's importer
   * @param source where its files are
   * @param properties options of the importer
   * @param convention how the format's model differs from that of IIDM
   * @param name what to call the network
   * @param log takes the issues
   * @return what it holds; null if the log says why there is nothing
   */
  static CaseFiles.@Nullable Content network(
      Importer importer,
      ReadOnlyDataSource source,
      Properties properties,
      Convention convention,
      String name,
      IssueLog log) {
    if (log.has(Rule.SYNTAX)) {
      return null;
    }
    try {
      com.powsybl.iidm.network.Network read =
          importer.importData(source, new NetworkFactoryImpl(), properties, ReportNode.NO_OP);
      return new CaseFiles.Content.OnlyNetwork(
          new IidmNetwork(read, convention, log).convert(name));
    } catch (PowsyblException | IllegalArgumentException | ArithmeticException e) {
      refuse(importer.getFormat(), e, log);
    } catch (RuntimeException e) {
      // Importers answer broken files with whatever their parsers throw.
      refuse(importer.getFormat(), e, log);
    }
    return null;
  }

  private static void refuse(String format, RuntimeException e, IssueLog log) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    log.add(
        Rule.SYNTAX,
        "document",
        "",
        message.lines().findFirst().orElse("unreadable"),
        "PowSyBl's reader of %s does not take the file.".formatted(format));
  }
}
