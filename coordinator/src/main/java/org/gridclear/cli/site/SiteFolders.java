package org.gridclear.cli.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.site.SiteFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Folders that both sites have, besides the database of the market. */
final class SiteFolders {
  @Option(
      names = "--copy",
      paramLabel = "NAME=DIR",
      description =
          "A further folder that both sites have, by the same name at both, such as a settlement"
              + " folder; may be given more than once.")
  private List<String> further = new ArrayList<>();

  SiteFiles of(Path market, @Nullable Path security, @Nullable Path cases) {
    Map<String, Path> roots = new TreeMap<>();
    for (String part : List.of("content", "days", "audit")) {
      roots.put("market-" + part, market.resolve(part));
    }
    if (security != null) {
      roots.put("security", security);
    }
    if (cases != null) {
      roots.put("runs", cases.resolve("runs"));
    }
    for (String each : further) {
      int equal = each.indexOf('=');
      if (equal < 1 || equal == each.length() - 1) {
        throw new IllegalArgumentException(
            "--copy (%s) must be NAME=DIR, such as settlement=/srv/settlement.".formatted(each));
      }
      roots.put("copy-" + each.substring(0, equal), Path.of(each.substring(equal + 1)));
    }
    return new SiteFiles(roots);
  }
}
