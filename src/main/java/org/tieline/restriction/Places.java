package org.tieline.restriction;

import java.util.Arrays;

/** Numbers, each with its place in the order in which they came: of some out of very many. */
final class Places {
    /** For so many there is room at first. */
    static final int FIRST = 64;

    private static final int FREE = -1;

    /** The numbers by place. */
    private int[] numbers = new int[FIRST];

    /** Places, each where its number belongs or in the next free cell; at least half of the cells are free. */
    private int[] cells = free(2 * FIRST);

    private int size;

    private static int[] free(int length) {
        int[] cells = new int[length];
        Arrays.fill(cells, FREE);
        return cells;
    }

    int size() {
        return size;
    }

    /** The number at a place. */
    int organization(int place) {
        return numbers[place];
    }

    /** The place of a number; -1 if it has none. */
    int find(int number) {
        return cells[cell(number)];
    }

    /** The place of a number, the next one if it has none. */
    int add(int number) {
        int cell = cell(number);
        if (cells[cell] != FREE) {
            return cells[cell];
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            cells = free(4 * size);
            for (int place = 0; place < size; place++) {
                cells[cell(numbers[place])] = place;
            }
            cell = cell(number);
        }
        numbers[size] = number;
        cells[cell] = size;
        return size++;
    }

    void clear() {
        Arrays.fill(cells, FREE);
        size = 0;
    }

    private int cell(int number) {
        int mask = cells.length - 1;
        int cell = number * 0x9E37_79B9 >>> 7 & mask;
        while (cells[cell] != FREE && numbers[cells[cell]] != number) {
            cell = cell + 1 & mask;
        }
        return cell;
    }
}
