package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.close.Successor;
import org.gridclear.settlement.preview.OpenMonth;
import org.gridclear.settlement.process.PreviewTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a correction would change in the whole market, before it is granted. */
@RestController
@RequestMapping("/api/v1/settlement/previews")
class PreviewController {
  private static final String FILE = "(days/\\d{4}-\\d\\d-\\d\\d/)?[a-z]{1,30}\\.csv";

  private static final int OPEN_MAX = 2;

  private final ServedProcess served;

  /** The closes that were asked last, in memory. */
  private final Map<String, OpenMonth> open =
      new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OpenMonth> eldest) {
          boolean full = size() > OPEN_MAX;
          if (full) {
            eldest.getValue().close().close();
          }
          return full;
        }
      };

  PreviewController(ServedProcess served) {
    this.served = served;
  }

  /** By member, or every amount. Nothing is kept. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> preview(
      Caller caller,
      @RequestBody WantedPreview wanted,
      @RequestParam(defaultValue = "false") boolean changes,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    if (wanted.close() == null || wanted.files() == null || wanted.files().isEmpty()) {
      throw new IllegalArgumentException("Give close and files.");
    }
    for (Map.Entry<String, String> file : wanted.files().entrySet()) {
      if (!file.getKey().matches(FILE) || file.getValue() == null) {
        throw new IllegalArgumentException(
            "The path (%s) must be such as days/2026-10-02/meters.csv, with the text of the file."
                .formatted(file.getKey()));
      }
    }
    Path folder = Files.createTempDirectory("gridclear-preview-");
    try {
      for (Map.Entry<String, String> file : wanted.files().entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      CorrectionPreview preview = preview(wanted.close(), folder);
      return TableAnswer.of(
          changes ? PreviewTables.changes(preview) : PreviewTables.members(preview), format);
    } finally {
      delete(folder);
    }
  }

  /** One at a time: a preview uses all processors. */
  private CorrectionPreview preview(String close, Path folder) {
    synchronized (open) {
      OpenMonth month = open.get(close);
      String seal = month == null ? "" : month.close().seal().hash();
      CloseFolder now = served.close(close);
      if (now.seal().hash().equals(seal)) {
        now.close();
      } else {
        if (month != null) {
          open.remove(close).close().close();
        }
        month = new OpenMonth(now);
        open.put(close, month);
      }
      Objects.requireNonNull(month);
      Successor.refuse(month.close().path(), "corrected");
      return month.preview(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.delete(file);
      }
    }
  }
}
