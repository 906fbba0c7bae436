package org.gridclear.web.settlement;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CloseQueries;
import org.gridclear.settlement.view.CloseShelf;
import org.gridclear.settlement.view.IssuedBills;
import org.gridclear.validate.UnknownNameException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The closes of a server, of which those that were asked last stay open. */
public final class OpenCloses implements AutoCloseable {
  private static final int OPEN_MAX = 2;

  private final CloseShelf shelf;
  private final Map<String, CloseQueries> open =
      new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CloseQueries> eldest) {
          boolean full = size() > OPEN_MAX;
          if (full) {
            eldest.getValue().close().close();
          }
          return full;
        }
      };

  /** The closes of a folder. */
  public OpenCloses(Path folder) {
    this.shelf = new CloseShelf(folder);
  }

  /** The closes, unopened. */
  public CloseShelf shelf() {
    return shelf;
  }

  /** The bills that were issued from them. */
  public IssuedBills bills() {
    return new IssuedBills(shelf);
  }

  /**
   * Asks a close.
   *
   * @throws ResponseStatusException 404 if there is none of this name
   */
  public <T> T ask(String id, Function<CloseQueries, T> question) {
    Path path = path(id);
    synchronized (open) {
      return question.apply(
          open.computeIfAbsent(id, key -> new CloseQueries(CloseFolder.open(path))));
    }
  }

  /**
   * The folder of a close.
   *
   * @throws ResponseStatusException 404 if there is none of this name
   */
  public Path path(String id) {
    try {
      return shelf.path(id);
    } catch (UnknownNameException e) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "There is no close " + id + " here.", e);
    }
  }

  @Override
  public void close() {
    synchronized (open) {
      open.values().forEach(each -> each.close().close());
      open.clear();
    }
  }
}
