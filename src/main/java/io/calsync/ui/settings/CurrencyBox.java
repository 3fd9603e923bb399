package io.calsync.ui.settings;

import io.calsync.ui.kit.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The currencies that countries use, the one of the person's own country chosen at first.
final class CurrencyBox {
    private CurrencyBox() {}

    static void fill(ComboBox<Currency> box, Words words) {
        box.setConverter(new CurrencyText(words.texts().locale()));
        var used = Arrays.stream(Locale.getAvailableLocales()).map(CurrencyBox::of).filter(Objects::nonNull).distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode)).toList();
        box.getItems().setAll(used);
        var own = of(Locale.getDefault(Locale.Category.FORMAT));
        box.setValue(own != null && used.contains(own) ? own : Currency.getInstance("EUR"));
    }

    /// Null where the locale names no country, or one without a currency.
    private static @Nullable Currency of(Locale locale) {
        boolean country = List.of(Locale.getISOCountries()).contains(locale.getCountry());
        return country ? Currency.getInstance(Locale.of("", locale.getCountry())) : null;
    }

    private static final class CurrencyText extends StringConverter<Currency> {
        private final Locale locale;

        CurrencyText(Locale locale) {
            this.locale = locale;
        }

        @Override
        public String toString(@Nullable Currency currency) {
            return currency == null ? "" : currency.getCurrencyCode() + "  " + currency.getDisplayName(locale);
        }

        @Override
        public Currency fromString(String text) {
            throw new UnsupportedOperationException("a currency is chosen, not typed");
        }
    }
}
