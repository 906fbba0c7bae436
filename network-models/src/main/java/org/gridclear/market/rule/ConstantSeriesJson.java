package org.gridclear.market.rule;

import org.gridclear.quantity.Series;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a series that is the same in all periods as one number. */
final class ConstantSeriesJson extends ValueSerializer<Series> {
  @Override
  public void serialize(Series series, JsonGenerator out, SerializationContext context) {
    if (series.min() == series.max()) {
      out.writeNumber(series.at(0));
    } else {
      out.writePOJO(series.toArray());
    }
  }
}
