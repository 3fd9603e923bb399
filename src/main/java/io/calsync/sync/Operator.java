package io.calsync.sync;

/// The person at the console.
///
/// @param osUser who is logged in at the machine
public record Operator(String name, String osUser, Role role) {
    /// Whether it is the same person, whatever they may do.
    boolean isSame(Operator other) {
        return name.equals(other.name) && osUser.equals(other.osUser);
    }

    /// What a person may do. In an embedded workspace a help against mistakes, no security boundary.
    public enum Role {
        VIEWER,
        STAFF,
        MANAGER;

        public boolean mayEdit() {
            return this != VIEWER;
        }

        /// Resolve, set policies, force, import, unlink, pass guards.
        public boolean mayDecide() {
            return this == MANAGER;
        }
    }
}
