package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NumberFormatTest {
  record Price(double lmp, Double next) {}

  @Test
  void numberThatIsNotThereIsNull() {
    JsonMapper.Builder builder = JsonMapper.builder();
    new NumberFormat().customize(builder);
    assertEquals(
        "[{\"lmp\":null,\"next\":null},{\"lmp\":17.65,\"next\":0.0}]",
        builder
            .build()
            .writeValueAsString(List.of(new Price(Double.NaN, Double.NaN), new Price(17.65, 0.0))));
  }
}
