// SPDX-License-Identifier: GPL-3.0-or-later
#include "stewardpanel.h"

#include "guestdelegate.h"
#include "searchpanel.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace encore::ui
{
namespace
{

/// Filled, half or hollow: the state is told by shape too.
QIcon readinessDot(ReadinessModel::State state, const Theme& theme)
{
    const door::Signal signals[] = {door::Signal::Go, door::Signal::Ask, door::Signal::Stop};
    QPixmap pixmap(48, 48);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = theme.signal(signals[int(state)]).background;
    const QRectF dot(7, 7, 34, 34);
    painter.setPen(QPen(colour, 5));
    painter.setBrush(state == ReadinessModel::State::Ready ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(dot);
    if (state == ReadinessModel::State::Attention) {
        painter.setBrush(colour);
        painter.drawChord(dot, 180 * 16, 180 * 16);
    }
    return QIcon(pixmap);
}

} // namespace

StewardPanel::StewardPanel(const Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_history(new HistoryModel(this)), m_search(new SearchPanel(services, theme, this))
{
    setObjectName(QStringLiteral("stewardPanel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    buildHeader();
    buildCounter();
    buildModes();
    layout->addWidget(m_search);
    buildHistory();
    connectParts();
    retranslate();
    applyTheme();
}

void StewardPanel::buildHeader()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    m_gate = new QLabel(this);
    m_gate->setObjectName(QStringLiteral("gateLabel"));
    m_gate->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_gate, 1);
    m_readiness = new QToolButton(this);
    m_readiness->setObjectName(QStringLiteral("readinessButton"));
    m_supervisor = new QToolButton(this);
    m_supervisor->setObjectName(QStringLiteral("supervisorButton"));
    for (QToolButton* button : {m_readiness, m_supervisor}) {
        button->setMinimumSize(5 * Theme::grid, 5 * Theme::grid);
        button->setIconSize(QSize(22, 22));
        button->setAutoRaise(true);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, &StewardPanel::supervisorRequested);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void StewardPanel::buildCounter()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    m_inside = new QLabel(this);
    m_inside->setObjectName(QStringLiteral("insideLabel"));
    m_capacity = new QLabel(this);
    m_capacity->setObjectName(QStringLiteral("capacityLabel"));
    row->addWidget(m_inside, 0, Qt::AlignBottom);
    row->addWidget(m_capacity, 1, Qt::AlignBottom);
    column->addLayout(row);
    m_fill = new QProgressBar(this);
    m_fill->setObjectName(QStringLiteral("fillProgressBar"));
    m_fill->setTextVisible(false);
    m_fill->setFixedHeight(Theme::grid);
    QSizePolicy keepsPlace = m_fill->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_fill->setSizePolicy(keepsPlace);
    m_fill->hide();
    column->addWidget(m_fill);
    static_cast<QVBoxLayout*>(layout())->addLayout(column);
}

void StewardPanel::buildModes()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid / 2);
    m_modes = new QButtonGroup(this);
    const char* names[] = {"entryButton", "exitButton", "lookOnlyButton"};
    const Qt::Key keys[] = {Qt::Key_F2, Qt::Key_F3, Qt::Key_F4};
    for (int mode = 0; mode < 3; ++mode) {
        auto* button = new QPushButton(this);
        button->setObjectName(QLatin1String(names[mode]));
        button->setCheckable(true);
        button->setMinimumHeight(6 * Theme::grid);
        auto* action = new QAction(this); // a shortcut on the button would be lost when its text changes
        action->setShortcut(keys[mode]);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
        m_modes->addButton(button, mode);
        row->addWidget(button, 1);
    }
    m_modes->button(0)->setChecked(true);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void StewardPanel::buildHistory()
{
    m_historyPage = new QWidget(this);
    auto* column = new QVBoxLayout(m_historyPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::grid);
    m_historyTitle = new QLabel(m_historyPage);
    m_historyTitle->setObjectName(QStringLiteral("historyLabel"));
    column->addWidget(m_historyTitle);
    m_historyEmpty = new QLabel(m_historyPage);
    m_historyEmpty->setObjectName(QStringLiteral("historyEmptyLabel"));
    m_historyEmpty->setWordWrap(true);
    column->addWidget(m_historyEmpty);
    m_historyList = new QListView(m_historyPage);
    m_historyList->setObjectName(QStringLiteral("historyListView"));
    m_historyList->setModel(m_history);
    m_historyList->setItemDelegate(new GuestDelegate(m_theme, m_historyList));
    m_historyList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_historyList->installEventFilter(this);
    column->addWidget(m_historyList, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    m_undo = new QPushButton(m_historyPage);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_picture = new QPushButton(m_historyPage);
    m_picture->setObjectName(QStringLiteral("openPictureButton"));
    for (QPushButton* button : {m_undo, m_picture}) {
        button->setMinimumHeight(5 * Theme::grid);
        buttons->addWidget(button, 1);
    }
    column->addLayout(buttons);
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("stewardStackedWidget"));
    m_stack->addWidget(m_historyPage);
    m_stack->addWidget(m_search->resultsWidget());
    static_cast<QVBoxLayout*>(layout())->addWidget(m_stack, 1);
}

void StewardPanel::connectParts()
{
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int mode) {
        markMode();
        Q_EMIT modeChosen(Mode(mode));
    });
    connect(m_search, &SearchPanel::searchingChanged, this,
            [this] { m_stack->setCurrentIndex(m_search->isSearching() ? 1 : 0); });
    connect(m_undo, &QPushButton::clicked, this, &StewardPanel::chooseUndo);
    connect(m_picture, &QPushButton::clicked, this, &StewardPanel::pictureRequested);
    connect(m_historyList->selectionModel(), &QItemSelectionModel::currentChanged, this, &StewardPanel::updateUndo);
    connect(m_historyList, &QListView::clicked, this, &StewardPanel::chooseUndo);
    connect(m_history, &QAbstractItemModel::dataChanged, this, &StewardPanel::updateUndo);
    connect(m_history, &QAbstractItemModel::rowsInserted, this, &StewardPanel::updateUndo);
    connect(m_history, &QAbstractItemModel::rowsRemoved, this, &StewardPanel::updateUndo);
    connect(m_history, &QAbstractItemModel::modelReset, this, &StewardPanel::updateUndo);
    connect(&m_theme, &Theme::changed, this, &StewardPanel::applyTheme);
}

/// The one that is on is told by a tick and by weight, not by its shade alone.
void StewardPanel::markMode()
{
    const QString words[] = {tr("Entry"), tr("Exit"), tr("Look only")};
    for (int mode = 0; mode < 3; ++mode) {
        QAbstractButton* button = m_modes->button(mode);
        const bool isOn = button->isChecked();
        button->setText(isOn ? QStringLiteral("✓ ") + words[mode] : words[mode]);
        button->setAccessibleName(words[mode]);
        QFont font = m_theme.font(TextRole::Body);
        font.setBold(isOn);
        button->setFont(font);
        QPalette palette;
        if (isOn) {
            palette.setColor(QPalette::Button, m_theme.accent());
            palette.setColor(QPalette::ButtonText, m_theme.surface());
        }
        button->setPalette(palette);
    }
}

void StewardPanel::setGateName(const QString& name)
{
    m_gateName = name;
    m_gate->setToolTip(name);
    m_gate->setAccessibleName(name);
    elideGate();
}

void StewardPanel::elideGate()
{
    // Smaller rather than cut off: which gate this is decides who may pass.
    for (const TextRole role : {TextRole::Title, TextRole::Heading, TextRole::Body}) {
        m_gate->setFont(m_theme.font(role));
        if (m_gate->fontMetrics().horizontalAdvance(m_gateName) <= m_gate->width())
            break;
    }
    m_gate->setText(m_gate->fontMetrics().elidedText(m_gateName, Qt::ElideRight, m_gate->width()));
}

void StewardPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &StewardPanel::elideGate, Qt::QueuedConnection); // after the label has its new width
}

void StewardPanel::setCount(qint64 inside, std::optional<int> capacity)
{
    m_insideCount = inside;
    m_capacityCount = capacity;
    m_inside->setText(inside < 0 ? QStringLiteral("–") : QLocale().toString(inside));
    m_capacity->setText(capacity ? tr("of %1 inside").arg(QLocale().toString(*capacity)) : tr("inside"));
    m_fill->setVisible(capacity && *capacity > 0 && inside >= 0);
    if (capacity && *capacity > 0) {
        m_fill->setRange(0, *capacity);
        m_fill->setValue(int(std::clamp<qint64>(inside, 0, *capacity)));
    }
    m_fill->setAccessibleName(m_inside->text() + QStringLiteral(" ") + m_capacity->text());
}

void StewardPanel::setReadiness(ReadinessModel::State state, const QString& worst)
{
    m_state = state;
    m_worst = worst;
    m_readiness->setIcon(readinessDot(state, m_theme));
    const QString word = ReadinessModel::stateWord(state);
    m_readiness->setAccessibleName(tr("Readiness: %1").arg(word));
    m_readiness->setToolTip(worst.isEmpty() ? word : word + QStringLiteral("\n") + worst);
}

int StewardPanel::undoRow() const
{
    const int chosen = m_historyList->currentIndex().isValid() ? m_historyList->currentIndex().row() : -1;
    if (chosen >= 0)
        return m_history->canUndo(chosen) ? chosen : -1;
    for (int row = 0; row < m_history->rowCount(); ++row) {
        if (m_history->canUndo(row))
            return row;
    }
    return -1;
}

void StewardPanel::updateUndo()
{
    m_historyEmpty->setVisible(m_history->rowCount() == 0);
    m_undo->setEnabled(undoRow() >= 0);
}

void StewardPanel::chooseUndo()
{
    const int row = undoRow();
    if (row < 0)
        return;
    const domain::ScanId scan = *m_history->row(row).scanId;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("undoMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Take back: %1").arg(m_history->index(row, 0).data(TitleRole).toString()));
    const std::pair<const char*, QString> reasons[] = {
        {"wrongPersonAction", tr("Wrong person")},
        {"mistakeAction", tr("Scanned by mistake")},
        {"turnedBackAction", tr("Guest turned back")},
    };
    for (const auto& [name, text] : reasons) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, scan, reason = text] { Q_EMIT undoRequested(scan, reason); });
    }
    const QRect place = m_historyList->visualRect(m_history->index(row, 0));
    menu->popup(m_historyList->viewport()->mapToGlobal(place.bottomLeft()));
}

bool StewardPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_historyList && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Delete) {
            chooseUndo();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StewardPanel::applyTheme()
{
    elideGate();
    m_inside->setFont(m_theme.font(TextRole::Display));
    m_capacity->setFont(m_theme.font(TextRole::Heading));
    m_historyTitle->setFont(m_theme.font(TextRole::Heading));
    m_supervisor->setIcon(m_theme.icon(QStringLiteral("lock")));
    markMode();
    setReadiness(m_state, m_worst);
}

void StewardPanel::retranslate()
{
    const auto say = [](QAbstractButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    m_modes->button(0)->setToolTip(tr("Lets guests in (F2)"));
    m_modes->button(1)->setToolTip(tr("Lets guests out (F3)"));
    m_modes->button(2)->setToolTip(tr("Shows what would happen; admits nobody (F4)"));
    markMode();
    say(m_undo, tr("Undo…"), tr("Takes back the chosen scan, with a reason (Ctrl+Z)"));
    say(m_picture, tr("Open picture…"), tr("Reads codes from an image or PDF; or drop it here (Ctrl+O)"));
    m_supervisor->setText(tr("PIN"));
    m_supervisor->setAccessibleName(tr("Supervisor"));
    m_supervisor->setToolTip(tr("Counts, lists and settings, behind the PIN (Ctrl+L)"));
    m_historyTitle->setText(tr("Last scans"));
    m_historyEmpty->setText(tr("Nobody has been scanned at this gate yet."));
    m_historyList->setAccessibleName(tr("Last scans"));
    m_historyList->setToolTip(tr("Choose a scan to take it back"));
    m_history->retranslate();
    setCount(m_insideCount, m_capacityCount);
    setReadiness(m_state, m_worst);
    updateUndo();
}

void StewardPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
