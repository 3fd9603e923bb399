package io.calsync.ui.services;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/// A list that changes as a whole, in one step, however long it is. Nobody but its owner changes it.
final class ListAtOnce<E> extends ObservableListBase<E> {
    private List<E> elements = List.of();

    /// @param next is not copied
    void become(List<E> next) {
        var before = elements;
        elements = next;
        if (!before.isEmpty() || !next.isEmpty()) fireChange(new Replacement<>(this, before));
    }

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    /// The whole is asked for most.
    @Override
    public List<E> subList(int from, int to) {
        return from == 0 && to == elements.size() ? elements : elements.subList(from, to);
    }

    private static final class Replacement<E> extends ListChangeListener.Change<E> {
        private final List<E> before;
        private boolean begun;

        Replacement(ListAtOnce<E> list, List<E> before) {
            super(list);
            this.before = before;
        }

        @Override
        public boolean next() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        @Override
        public void reset() {
            begun = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<E> getRemoved() {
            return before;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
