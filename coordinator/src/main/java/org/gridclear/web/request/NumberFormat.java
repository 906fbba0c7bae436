package org.gridclear.web.request;

import org.gridclear.table.Dimension;
import org.gridclear.table.Figures;
import org.gridclear.table.NumberText;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Numbers of answers: what is not there (NaN) is null, never a text, and a figure has the decimals
 * of the dimension that its name ends with, as in the files of a run.
 */
@Component
class NumberFormat implements JsonMapperBuilderCustomizer {
  @Override
  public void customize(JsonMapper.Builder builder) {
    builder.addModule(
        new SimpleModule()
            .addSerializer(Double.TYPE, new Figure(Double.TYPE))
            .addSerializer(Double.class, new Figure(Double.class))
            .addSerializer(double[].class, new FiguresOfArray()));
  }

  private static void write(double value, JsonGenerator json) {
    if (Double.isNaN(value)) {
      json.writeNull();
    } else {
      json.writeNumber(rounded(value, json.streamWriteContext()));
    }
  }

  /** The value at the precision of its name; as it is where it repeats what was asked for. */
  private static double rounded(double value, TokenStreamContext at) {
    String name = null;
    for (TokenStreamContext of = at; of != null; of = of.getParent()) {
      if (Figures.AS_GIVEN.equals(of.currentName())) {
        return value;
      }
      name = name == null ? of.currentName() : name;
    }
    return Double.isInfinite(value) || name == null
        ? value
        : NumberText.rounded(value, Dimension.of(name).decimals());
  }

  private static final class Figure extends StdSerializer<Double> {
    Figure(Class<Double> type) {
      super(type);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
      write(value, json);
    }
  }

  private static final class FiguresOfArray extends StdSerializer<double[]> {
    FiguresOfArray() {
      super(double[].class);
    }

    @Override
    public void serialize(double[] values, JsonGenerator json, SerializationContext context) {
      json.writeStartArray(values, values.length);
      for (double value : values) {
        write(value, json);
      }
      json.writeEndArray();
    }
  }
}
