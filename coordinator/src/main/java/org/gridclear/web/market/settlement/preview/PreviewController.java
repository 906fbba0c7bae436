package org.gridclear.web.market.settlement.preview;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.preview.HandedCorrection;
import org.gridclear.settlement.preview.OpenMonths;
import org.gridclear.settlement.process.PreviewTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.jspecify.annotations.Nullable;
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
  private static final int OPEN_MAX = 2;

  private final ServedProcess served;

  /** The closes that were asked last, in memory. */
  private final OpenMonths open = new OpenMonths(OPEN_MAX);

  PreviewController(ServedProcess served) {
    this.served = served;
  }

  /** What is shown of a preview. */
  enum Shown {
    /** By member, and what the accounts would hold. */
    MEMBERS,
    /** Every amount. */
    CHANGES,
    /** What would keep the month from being billed, and warnings. */
    FINDINGS
  }

  /**
   * By member, every amount, or what was found; nothing is kept. {@code X-Findings} counts what
   * would keep the month from being billed.
   */
  @PostMapping(consumes = "application/json")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> preview(
      Caller caller,
      @RequestBody WantedPreview wanted,
      @RequestParam(defaultValue = "false") boolean changes,
      @RequestParam(required = false) @Nullable Shown show,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    String close = wanted.close();
    if (close == null || wanted.files() == null || wanted.files().isEmpty()) {
      throw new IllegalArgumentException("Give close and files.");
    }
    if (changes && show != null) {
      throw new IllegalArgumentException("Give changes or show, not both.");
    }
    CorrectionPreview preview =
        new HandedCorrection(wanted.files())
            .asFolder(folder -> open.preview(close, () -> served.close(close), folder));
    Shown shown = show != null ? show : changes ? Shown.CHANGES : Shown.MEMBERS;
    return TableAnswer.withFindings(
        switch (shown) {
          case MEMBERS -> PreviewTables.members(preview);
          case CHANGES -> PreviewTables.changes(preview);
          case FINDINGS -> PreviewTables.findings(preview);
        },
        format,
        preview.findings().size());
  }
}
