package org.gridclear.security.screening;

import java.util.Arrays;

/** Slots with a number each, in the order in which they came. */
final class SlotList {
  private int[] slots = new int[8];
  private double[] values = new double[8];
  private int size;

  int size() {
    return size;
  }

  int slot(int m) {
    return slots[m];
  }

  double value(int m) {
    return values[m];
  }

  void add(int slot, double value) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    slots[size] = slot;
    values[size++] = value;
  }

  boolean contains(int slot) {
    return indexOf(slot) >= 0;
  }

  /** Takes a slot out; whether it was there. */
  boolean remove(int slot) {
    int at = indexOf(slot);
    if (at < 0) {
      return false;
    }
    size--;
    System.arraycopy(slots, at + 1, slots, at, size - at);
    System.arraycopy(values, at + 1, values, at, size - at);
    return true;
  }

  private int indexOf(int slot) {
    for (int m = 0; m < size; m++) {
      if (slots[m] == slot) {
        return m;
      }
    }
    return -1;
  }
}
