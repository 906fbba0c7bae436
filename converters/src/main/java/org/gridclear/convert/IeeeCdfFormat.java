package org.gridclear.convert;

import com.powsybl.ieeecdf.converter.IeeeCdfImporter;
import com.powsybl.ieeecdf.model.IeeeCdfModel;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** The IEEE common data format ({@code .cdf}, {@code .txt}). Buses are called by their numbers. */
public final class IeeeCdfFormat implements FileFormat {
  private static final Pattern END = Pattern.compile("(?i)\\s*END OF DATA\\b");

  @Override
  public String name() {
    return "IEEE-CDF";
  }

  @Override
  public boolean matches(SourceFile file) {
    return file.endsWith(".cdf")
        || (file.endsWith(".txt")
            && file.text().toUpperCase(Locale.ROOT).contains("BUS DATA FOLLOWS"));
  }

  @Override
  public CaseFiles.@Nullable Content read(SourceFile file, IssueLog log) {
    if (file.text().lines().noneMatch(line -> END.matcher(line).lookingAt())) {
      log.add(
          Rule.SYNTAX,
          "document",
          "END OF DATA",
          "absent",
          "The file is cut off; its last line says END OF DATA.");
      return null;
    }
    Optional<IeeeCdfModel> model = IeeeCdfFields.read(file.text(), log);
    if (model.isEmpty()) {
      return null;
    }
    IeeeCdfFields.check(model.get(), log);
    CaseFiles.Content content =
        Reading.network(
            new IeeeCdfImporter(),
            Reading.inMemory(file, "txt"),
            new Properties(),
            Convention.NUMBERED_SPLIT_SHUNT,
            file.caseName(),
            log);
    return content instanceof CaseFiles.Content.OnlyNetwork only
        ? new CaseFiles.Content.OnlyNetwork(IeeeCdfFields.complete(only.network(), model.get()))
        : null;
  }
}
