package org.gridclear.web.market.result;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.market.result.NoResultsException;
import org.gridclear.market.result.ResultAnswer;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Answers of results. In JSON alarms, missing dates and notices come before the rows; the other
 * formats have the missing dates and the number of alarms in headers.
 */
final class ResultAnswers {
  private ResultAnswers() {}

  /** The answer of a question, in a format, with money in the market's currency. */
  static ResponseEntity<byte[]> of(
      Supplier<ResultAnswer> question, RowRange pages, String format, String currency)
      throws IOException {
    TableFormat as = TableAnswer.format(format);
    ResultAnswer answer = asked(question);
    Table table = answer.table().withMoney(currency);
    ResponseEntity<byte[]> rows = TableAnswer.of(table, as);
    ResponseEntity.BodyBuilder whole =
        ResponseEntity.ok()
            .contentType(
                rows.getHeaders().getContentType() == null
                    ? MediaType.APPLICATION_JSON
                    : rows.getHeaders().getContentType())
            .header("X-Total-Count", Long.toString(answer.total()))
            .header("X-Alarm-Count", Integer.toString(answer.alarms().size()))
            .header("X-Missing-Dates", dates(answer));
    if (pages.offset() + pages.limit() < answer.total()) {
      String next =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .replaceQueryParam("offset", pages.offset() + pages.limit())
              .build()
              .toUriString();
      whole.header("Link", "<%s>; rel=\"next\"".formatted(next));
    }
    return whole.body(as == TableFormat.JSON ? json(answer, table) : rows.getBody());
  }

  private static String dates(ResultAnswer answer) {
    return answer.missing().stream().map(LocalDate::toString).collect(Collectors.joining(","));
  }

  private static byte[] json(ResultAnswer answer, Table table) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("alarms", answer.alarms());
    body.put("missingDates", answer.missing());
    body.put("notices", answer.notices());
    body.put("total", answer.total());
    body.put("rows", TableFile.objects(table));
    return Json.MAPPER.writeValueAsBytes(body);
  }

  private static ResultAnswer asked(Supplier<ResultAnswer> question) {
    try {
      return question.get();
    } catch (NoResultsException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (UnknownNameException e) {
      boolean place = e.kind().equals("market") || e.kind().equals("kind of results");
      throw new ResponseStatusException(
          place ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }
}
