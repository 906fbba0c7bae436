package org.gridclear.web.monitoring.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.report.monitoring.IndexContent;
import org.gridclear.report.monitoring.KeptReports;
import org.gridclear.report.monitoring.ReportContent;
import org.gridclear.report.monitoring.ReportForm;
import org.gridclear.report.monitoring.ReportKind;
import org.gridclear.report.monitoring.ReportLanguage;
import org.gridclear.validate.Choice;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The market report of a range of dates as a page to read or to print. */
@RestController
@RequestMapping("/api/v1/indices/report")
class MarketReportController {
  /** A page of its own, which loads nothing and runs nothing. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri"
          + " 'none'; frame-ancestors 'none'; sandbox";

  private final ServedMarket served;

  MarketReportController(ServedMarket served) {
    this.served = served;
  }

  /** The report of what was evaluated; dates that were not are named in it. */
  @GetMapping
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> report(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "en") String language,
      @RequestParam(defaultValue = "market") String about,
      @RequestParam(defaultValue = "html") String form)
      throws IOException {
    IndexQuery query = new IndexQuery(DayKey.market(market), from, to, List.of(), List.of());
    ReportForm wanted = Choice.of(ReportForm.class, "form", form);
    ReportContent content =
        IndexContent.of(
            new KeptReports(served.folder(), served.days(), Clock.systemUTC())
                .of(query, Choice.of(ReportLanguage.class, "language", language)),
            Choice.of(ReportKind.class, "about", about));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header("Content-Security-Policy", POLICY).contentType(type(wanted));
    if (wanted != ReportForm.HTML) {
      String name = "%s-%s-%s.%s".formatted(about, from, to, form).toLowerCase(Locale.ROOT);
      answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    return answer.body(wanted.bytes(content, to));
  }

  private static MediaType type(ReportForm form) {
    return switch (form) {
      case HTML -> new MediaType("text", "html", StandardCharsets.UTF_8);
      case PDF -> MediaType.APPLICATION_PDF;
      case XLSX ->
          new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    };
  }
}
