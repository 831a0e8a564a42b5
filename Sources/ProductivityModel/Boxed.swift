/// A large value that is held by reference, so that what has it is small to copy.
@propertyWrapper
@frozen
public struct Boxed<Value: Sendable>: Sendable {
  @usableFromInline
  final class Box: Sendable {
    @usableFromInline let value: Value

    @inlinable init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box

  /// A value in a box of its own.
  @inlinable public init(wrappedValue: Value) { box = Box(wrappedValue) }

  /// The value; a new one comes in a new box, so that copies keep what they have.
  @inlinable public var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }

  /// Whether two are held in one place, and so are the same.
  @inlinable public func isIdentical(to other: Self) -> Bool { box === other.box }
}
