// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox.h"

#include <QThread>

namespace encore::console
{

Mailbox::Delivery Mailbox::deliveryTo(QObject* receiver)
{
    Q_ASSERT(receiver && receiver->thread() == thread() && QThread::currentThread() == thread());
    return [this, alive = QPointer<QObject>(receiver)](std::function<void()> answer) {
        QMetaObject::invokeMethod(this, [alive, answer = std::move(answer)] {
            if (alive)
                answer();
        }, Qt::QueuedConnection);
    };
}

} // namespace encore::console
