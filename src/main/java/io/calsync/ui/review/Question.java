package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.FieldState;
import io.calsync.domain.Message;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One field of one service that a person can decide.
///
/// @param why         what happened to it, in words
/// @param base        what both sides last agreed on, null where they never did
/// @param platform    what the Platform holds
/// @param calcom      what Cal.com holds
/// @param unavailable choices that are not there for this field, each with its reason
record Question(Field field, @Nullable Message why, @Nullable Object base, @Nullable Object platform,
        @Nullable Object calcom, Map<Choice, Message> unavailable) {

    /// The questions of a service, in the order of its fields.
    static List<Question> of(ServiceView view) {
        return Review.questions(view).stream().map(state -> of(state, view)).toList();
    }

    private static Question of(FieldState state, ServiceView view) {
        var field = state.field();
        var row = view.row();
        var unavailable = new EnumMap<Choice, Message>(Choice.class);
        for (Choice choice : Choice.values()) {
            state.unavailable(choice, row, view.outlook().rules()).ifPresent(why -> unavailable.put(choice, why));
        }
        return new Question(field, state.why(), row.base().raw(field), row.platform().raw(field),
                row.calcom().raw(field), unavailable);
    }

    boolean offers(Choice choice) {
        return !unavailable.containsKey(choice);
    }

    /// What "all Platform" or "all Cal.com" means here: a difference that Cal.com takes no value for is lived with.
    ///
    /// @return null where this side cannot be had
    @Nullable
    Choice towards(Choice side) {
        if (offers(side)) return side;
        return side == Choice.PLATFORM && offers(Choice.ACCEPT) ? Choice.ACCEPT : null;
    }

}
