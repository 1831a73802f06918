// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace encore::console
{

/// Brings answers from working threads to the window's thread. Lives there, and longer than every thread that posts to it.
class Mailbox final : public QObject
{
    Q_OBJECT

public:
    /// What a receiver in this thread waits for; made where the receiver lives, because only there it is known whether it still does.
    using Delivery = std::function<void(std::function<void()>)>;
    [[nodiscard]] Delivery deliveryTo(QObject* receiver);
};

} // namespace encore::console
