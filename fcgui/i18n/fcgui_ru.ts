<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>{n} neurons</source>
        <translation>
            <numerusform>{n} нейрон</numerusform>
            <numerusform>{n} нейрона</numerusform>
            <numerusform>{n} нейронов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About fcgui</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>&amp;Add layer</source>
        <translation>&amp;Добавить слой</translation>
    </message>
    <message>
        <source>&amp;Choose settings and train</source>
        <translation>&amp;Подобрать настройки и обучить</translation>
    </message>
    <message>
        <source>&amp;Copy state as text</source>
        <translation>&amp;Копировать состояние текстом</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>&amp;Delete layer</source>
        <translation>&amp;Удалить слой</translation>
    </message>
    <message>
        <source>&amp;Export weights…</source>
        <translation>&amp;Экспорт весов…</translation>
    </message>
    <message>
        <source>&amp;Fit drawing</source>
        <translation>&amp;Показать всю сеть</translation>
    </message>
    <message>
        <source>&amp;Import weights…</source>
        <translation>&amp;Импорт весов…</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлое</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>&amp;Paste state</source>
        <translation>Вс&amp;тавить состояние</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Пауза</translation>
    </message>
    <message>
        <source>&amp;Predict a file…</source>
        <translation>Прогноз по &amp;файлу…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Reset to the same weights</source>
        <translation>&amp;Сброс к тем же весам</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Сохранить &amp;проект</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Обучать</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>A short guide.</source>
        <translation>Краткое руководство.</translation>
    </message>
    <message>
        <source>Add a hidden layer after the selected one.</source>
        <translation>Добавить скрытый слой после выбранного.</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>Back to epoch 0 and the same first weights.</source>
        <translation>Вернуться к эпохе 0 и тем же начальным весам.</translation>
    </message>
    <message>
        <source>Back to epoch 0 with other random weights.</source>
        <translation>Вернуться к эпохе 0 с другими случайными весами.</translation>
    </message>
    <message>
        <source>Bring back the step that was taken back last.</source>
        <translation>Вернуть шаг, отменённый последним.</translation>
    </message>
    <message>
        <source>Choose among tables and generated points, by their pictures.</source>
        <translation>Выбрать таблицу или созданные точки по картинкам.</translation>
    </message>
    <message>
        <source>Close the window.</source>
        <translation>Закрыть окно.</translation>
    </message>
    <message>
        <source>Copy data, network and settings as one line, to be pasted here or sent to somebody.</source>
        <translation>Скопировать данные, сеть и настройки одной строкой, чтобы вставить здесь или послать.</translation>
    </message>
    <message>
        <source>Data &amp;gallery…</source>
        <translation>&amp;Галерея данных…</translation>
    </message>
    <message>
        <source>Delete the selected hidden layer.</source>
        <translation>Удалить выбранный скрытый слой.</translation>
    </message>
    <message>
        <source>Draw all weights of large layers as pictures, not the strongest as lines (W in the drawing).</source>
        <translation>Рисовать все веса больших слоёв картинками, а не сильнейшие линиями (W на рисунке).</translation>
    </message>
    <message>
        <source>Every step that can be undone, in a list.</source>
        <translation>Список всех шагов, которые можно отменить.</translation>
    </message>
    <message>
        <source>Export &amp;table as CSV…</source>
        <translation>Экспорт &amp;таблицы в CSV…</translation>
    </message>
    <message>
        <source>How to &amp;use it</source>
        <translation>Как &amp;пользоваться</translation>
    </message>
    <message>
        <source>Large &amp;matrices as pictures</source>
        <translation>Большие &amp;матрицы картинками</translation>
    </message>
    <message>
        <source>Load weights that were exported before.</source>
        <translation>Загрузить веса, сохранённые ранее.</translation>
    </message>
    <message>
        <source>Move layer &amp;left</source>
        <translation>Сдвинуть слой в&amp;лево</translation>
    </message>
    <message>
        <source>Move layer &amp;right</source>
        <translation>Сдвинуть слой в&amp;право</translation>
    </message>
    <message>
        <source>Move the selected layer towards the inputs.</source>
        <translation>Сдвинуть выбранный слой ближе ко входам.</translation>
    </message>
    <message>
        <source>Move the selected layer towards the output.</source>
        <translation>Сдвинуть выбранный слой ближе к выходу.</translation>
    </message>
    <message>
        <source>Open &amp;with options…</source>
        <translation>Открыть с па&amp;раметрами…</translation>
    </message>
    <message>
        <source>Open a table and say how it is read: encoding, delimiter, header, …</source>
        <translation>Открыть таблицу и указать, как её читать: кодировка, разделитель, заголовок, …</translation>
    </message>
    <message>
        <source>Open a table first.</source>
        <translation>Сначала откройте таблицу.</translation>
    </message>
    <message>
        <source>Open a table, a project or a weights file.</source>
        <translation>Открыть таблицу, проект или файл весов.</translation>
    </message>
    <message>
        <source>Pause after the present step. (Space)</source>
        <translation>Остановиться после текущего шага. (Пробел)</translation>
    </message>
    <message>
        <source>Predict the rows of a new table with the present network.</source>
        <translation>Ответы нынешней сети для строк новой таблицы.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сброс</translation>
    </message>
    <message>
        <source>Reset to &amp;new weights</source>
        <translation>Сброс к &amp;новым весам</translation>
    </message>
    <message>
        <source>Save predictio&amp;ns…</source>
        <translation>Сохранить прогно&amp;зы…</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Сохранить проект &amp;как…</translation>
    </message>
    <message>
        <source>Save table, network, weights and settings in one file.</source>
        <translation>Сохранить таблицу, сеть, веса и настройки в одном файле.</translation>
    </message>
    <message>
        <source>Save the project in another file.</source>
        <translation>Сохранить проект в другой файл.</translation>
    </message>
    <message>
        <source>Save the table&apos;s own values for other programs.</source>
        <translation>Сохранить исходные значения таблицы для других программ.</translation>
    </message>
    <message>
        <source>Save the trained weights as .npz for NumPy.</source>
        <translation>Сохранить обученные веса в .npz для NumPy.</translation>
    </message>
    <message>
        <source>Show the state whose line is on the clipboard.</source>
        <translation>Показать состояние, строка которого в буфере обмена.</translation>
    </message>
    <message>
        <source>Show the whole network.</source>
        <translation>Показать всю сеть целиком.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Step: one &amp;batch</source>
        <translation>Шаг: один мини-&amp;батч</translation>
    </message>
    <message>
        <source>Step: one &amp;epoch</source>
        <translation>Шаг: одна &amp;эпоха</translation>
    </message>
    <message>
        <source>Take back the last step.</source>
        <translation>Отменить последний шаг.</translation>
    </message>
    <message>
        <source>Train &amp;until…</source>
        <translation>Обучать &amp;до…</translation>
    </message>
    <message>
        <source>Train for a number of epochs, or until a goal is reached.</source>
        <translation>Обучать заданное число эпох или до достижения цели.</translation>
    </message>
    <message>
        <source>Train one epoch: every training row once.</source>
        <translation>Одна эпоха: каждая строка обучающей выборки по одному разу.</translation>
    </message>
    <message>
        <source>Train one mini-batch: a single update of the weights.</source>
        <translation>Один мини-батч: одно обновление весов.</translation>
    </message>
    <message>
        <source>Train until you pause. (Space)</source>
        <translation>Обучать до паузы. (Пробел)</translation>
    </message>
    <message>
        <source>Try settings out on the training rows, as fcgui train does, and train with the best.</source>
        <translation>Испытать настройки на обучающих строках, как fcgui train, и обучить с лучшими.</translation>
    </message>
    <message>
        <source>Undo &amp;history…</source>
        <translation>&amp;История правок…</translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation>Версия и лицензия.</translation>
    </message>
    <message>
        <source>Write the predictions that are shown as .csv or .tsv.</source>
        <translation>Записать показанные прогнозы в .csv или .tsv.</translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>Activation function</source>
        <translation>Функция активации</translation>
    </message>
    <message>
        <source>Select a layer to see its activation function and the slope of it.</source>
        <translation>Выберите слой, чтобы увидеть его функцию активации и её производную.</translation>
    </message>
    <message>
        <source>{name} at z = {z}: {value}, slope {slope}</source>
        <translation>{name} при z = {z}: {value}, производная {slope}</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>About fcgui</source>
        <translation>О программе fcgui</translation>
    </message>
    <message>
        <source>Something went wrong inside the program, and what you did last may not have happened: {what}</source>
        <translation>В программе произошла ошибка; возможно, последнее действие не выполнено: {what}</translation>
    </message>
    <message>
        <source>fcgui</source>
        <translation>fcgui</translation>
    </message>
</context>
<context>
    <name>AskRagged</name>
    <message numerus="yes">
        <source>%n row(s) of {file} are not like the others.</source>
        <translation>
            <numerusform>%n строка файла {file} не такая, как остальные.</numerusform>
            <numerusform>%n строки файла {file} не такие, как остальные.</numerusform>
            <numerusform>%n строк файла {file} не такие, как остальные.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n row(s) of {file} are not like the others.</source>
        <translation>
            <numerusform>Не меньше %n строки файла {file} не такие, как остальные.</numerusform>
            <numerusform>Не меньше %n строк файла {file} не такие, как остальные.</numerusform>
            <numerusform>Не меньше %n строк файла {file} не такие, как остальные.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Пропустить их</translation>
    </message>
    <message>
        <source>Open the table without these rows? They are listed among its notes.</source>
        <translation>Открыть таблицу без этих строк? Они перечислены в замечаниях.</translation>
    </message>
    <message>
        <source>Read it otherwise…</source>
        <translation>Прочитать иначе…</translation>
    </message>
    <message>
        <source>Rows of another width</source>
        <translation>Строки другой ширины</translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation>строка {line}: {reason}</translation>
    </message>
</context>
<context>
    <name>Brush</name>
    <message>
        <source>Hold the mouse and paint points of a class.</source>
        <translation>Держите кнопку мыши и рисуйте точки класса.</translation>
    </message>
    <message>
        <source>Now another class: press 1 or 2, and paint.</source>
        <translation>Теперь другой класс: нажмите 1 или 2 и рисуйте.</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Рисовать</translation>
    </message>
    <message>
        <source>Paint points</source>
        <translation>Рисовать точки</translation>
    </message>
    <message>
        <source>Paint points of at least two values.</source>
        <translation>Нарисуйте точки хотя бы двух значений.</translation>
    </message>
    <message>
        <source>Paint points of your own with the mouse, on an empty sheet.</source>
        <translation>Рисовать свои точки мышью на пустом листе.</translation>
    </message>
    <message>
        <source>Paint points with the mouse: left paints, right erases.</source>
        <translation>Рисуйте точки мышью: левая кнопка рисует, правая стирает.</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Brush size</source>
        <translation>Размер кисти</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Плотность</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Ластик</translation>
    </message>
    <message>
        <source>How many points a touch of the brush leaves.</source>
        <translation>Сколько точек оставляет касание кисти.</translation>
    </message>
    <message>
        <source>How wide the brush paints. Keys: [ and ]</source>
        <translation>Ширина кисти. Клавиши: [ и ]</translation>
    </message>
    <message>
        <source>Paint points of {name}. Key: {key}</source>
        <translation>Рисовать точки {name}. Клавиша: {key}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Take points away; so does the right button. Key: E</source>
        <translation>Убирать точки; это же делает правая кнопка. Клавиша: E</translation>
    </message>
    <message>
        <source>The value of the points that are painted, from -1 to 1.</source>
        <translation>Значение рисуемых точек, от -1 до 1.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>A weight is a number between -1,000,000 and 1,000,000.</source>
        <translation>Вес — число от -1 000 000 до 1 000 000.</translation>
    </message>
    <message>
        <source>Freeze a bias</source>
        <translation>замораживание смещения</translation>
    </message>
    <message>
        <source>Freeze a weight</source>
        <translation>замораживание веса</translation>
    </message>
    <message>
        <source>Layer {layer}, bias of neuron {unit}: {value}</source>
        <translation>слой {layer}, смещение нейрона {unit}: {value}</translation>
    </message>
    <message>
        <source>Layer {layer}, weight {source} to {unit}: {value}</source>
        <translation>слой {layer}, вес {source} → {unit}: {value}</translation>
    </message>
    <message>
        <source>Let a bias learn again</source>
        <translation>размораживание смещения</translation>
    </message>
    <message>
        <source>Let a weight learn again</source>
        <translation>размораживание веса</translation>
    </message>
    <message>
        <source>The network is just being made; set the weight in a moment.</source>
        <translation>Сеть как раз создаётся; задайте вес через мгновение.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source> (frozen)</source>
        <translation> (заморожен)</translation>
    </message>
    <message>
        <source> (frozen: piece {n})</source>
        <translation> (заморожено: часть {n})</translation>
    </message>
    <message>
        <source> (the largest of {n} here; Ctrl and the wheel show each)</source>
        <translation> (наибольший из {n} здесь; Ctrl и колесо покажут каждый)</translation>
    </message>
    <message>
        <source>&amp;Activation</source>
        <translation>&amp;Активация</translation>
    </message>
    <message>
        <source>&amp;Change this weight…</source>
        <translation>&amp;Изменить этот вес…</translation>
    </message>
    <message>
        <source>&amp;Copy layer</source>
        <translation>К&amp;опировать слой</translation>
    </message>
    <message>
        <source>&amp;Delete layer</source>
        <translation>&amp;Удалить слой</translation>
    </message>
    <message>
        <source>&amp;Fit drawing</source>
        <translation>По&amp;казать всю сеть</translation>
    </message>
    <message>
        <source>&amp;Freeze this weight</source>
        <translation>&amp;Заморозить этот вес</translation>
    </message>
    <message>
        <source>&amp;Insert layer after it</source>
        <translation>&amp;Вставить слой после него</translation>
    </message>
    <message>
        <source>&amp;Insert layer before the output</source>
        <translation>&amp;Вставить слой перед выходом</translation>
    </message>
    <message>
        <source>&amp;Number of neurons</source>
        <translation>&amp;Число нейронов</translation>
    </message>
    <message>
        <source>&amp;Paste layers after it</source>
        <translation>Вставить слои после не&amp;го</translation>
    </message>
    <message>
        <source>, piece {n}</source>
        <translation>, часть {n}</translation>
    </message>
    <message>
        <source>An input has no bias and no weights coming in.</source>
        <translation>У входа нет ни смещения, ни входящих весов.</translation>
    </message>
    <message>
        <source>Cu&amp;t layer</source>
        <translation>Вы&amp;резать слой</translation>
    </message>
    <message>
        <source>D&amp;uplicate layer</source>
        <translation>У&amp;двоить слой</translation>
    </message>
    <message>
        <source>Draw the &amp;most active neurons</source>
        <translation>Рисовать &amp;самые активные нейроны</translation>
    </message>
    <message>
        <source>Focus a n&amp;euron</source>
        <translation>&amp;Фокус на нейроне</translation>
    </message>
    <message>
        <source>Ident.</source>
        <translation>Лин.</translation>
    </message>
    <message>
        <source>Lar&amp;ge matrices as pictures</source>
        <translation>Бол&amp;ьшие матрицы картинками</translation>
    </message>
    <message>
        <source>Leave &amp;out {name}</source>
        <translation>Исключ&amp;ить {name}</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Сдвинуть в&amp;лево</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Сдвинуть в&amp;право</translation>
    </message>
    <message>
        <source>One neuron fewer in {layer}</source>
        <translation>На один нейрон меньше: {layer}</translation>
    </message>
    <message>
        <source>One neuron more in {layer}</source>
        <translation>На один нейрон больше: {layer}</translation>
    </message>
    <message>
        <source>Select a layer first: click it, or press Left or Right.</source>
        <translation>Сначала выберите слой: щёлкните по нему или нажмите стрелку влево или вправо.</translation>
    </message>
    <message>
        <source>The clipboard holds no layers: copy one first, or a text such as “200 relu, 50 tanh”.</source>
        <translation>В буфере обмена нет слоёв: сначала скопируйте слой или текст вроде «200 relu, 50 tanh».</translation>
    </message>
    <message>
        <source>The inputs are the columns of the table: choose them in Data; they stay first.</source>
        <translation>Входы — это столбцы таблицы: они выбираются в панели «Данные» и всегда стоят первыми.</translation>
    </message>
    <message>
        <source>The network is drawn here.
Choose a table in Data or open one: its columns become the inputs, and you draw the layers between them and the output with the mouse.</source>
        <translation>Здесь рисуется нейронная сеть.
Выберите таблицу в панели «Данные» или откройте свою: её столбцы станут входами, а слои между ними и выходом рисуются мышью.</translation>
    </message>
    <message>
        <source>The output layer follows the target of the table: its size and place are fixed.</source>
        <translation>Выходной слой задан целевым столбцом таблицы: его размер и место не меняются.</translation>
    </message>
    <message>
        <source>W{n}, the weights into the {layer}: {shape}</source>
        <translation>W{n}, матрица весов ({layer}): {shape}</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>активация</translation>
    </message>
    <message>
        <source>activation over the plane</source>
        <translation>активация на плоскости</translation>
    </message>
    <message>
        <source>activation {label}: {formula}; click to choose another</source>
        <translation>функция активации {label}: {formula}; щёлкните, чтобы выбрать другую</translation>
    </message>
    <message>
        <source>all {neurons} of {layer}, darker: says more; here {name}; click to draw it and its neighbours</source>
        <translation>все {neurons} слоя {layer}, темнее — говорит больше; здесь {name}; щёлкните, чтобы нарисовать его и соседей</translation>
    </message>
    <message>
        <source>all {possible}</source>
        <translation>все {possible}</translation>
    </message>
    <message>
        <source>all {possible} drawn</source>
        <translation>показаны все {possible}</translation>
    </message>
    <message>
        <source>all {possible}, {block} a pixel</source>
        <translation>все {possible}, {block} в пикселе</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>смещение</translation>
    </message>
    <message>
        <source>bias of {end}</source>
        <translation>смещение {end}</translation>
    </message>
    <message>
        <source>bias of {layer}, {neuron}</source>
        <translation>смещение: {layer}, {neuron}</translation>
    </message>
    <message>
        <source>bias of {layer}, {neuron}: {value}; click to change it</source>
        <translation>смещение: {layer}, {neuron}: {value}; щёлкните, чтобы изменить</translation>
    </message>
    <message>
        <source>copied: {layer}; Ctrl+V inserts it after the selected layer</source>
        <translation>скопировано: {layer}; Ctrl+V вставит после выбранного слоя</translation>
    </message>
    <message>
        <source>cut out hidden layer {n}</source>
        <translation>вырезать скрытый слой {n}</translation>
    </message>
    <message>
        <source>drag up or down for fewer or more neurons; what was learned is kept</source>
        <translation>тяните вверх или вниз, чтобы нейронов стало меньше или больше; выученное сохраняется</translation>
    </message>
    <message>
        <source>drag up or down here to draw a layer</source>
        <translation>проведите здесь вверх или вниз — появится слой</translation>
    </message>
    <message>
        <source>drag up or down here to draw a layer: the longer, the more neurons; a stroke across a layer cuts it out; what was learned is kept where it can be</source>
        <translation>проведите здесь вверх или вниз, чтобы нарисовать слой: чем длиннее, тем больше нейронов; черта поперёк слоя вырезает его; выученное сохраняется, где это возможно</translation>
    </message>
    <message>
        <source>drawn: the neurons that say most (spread of the activation times outgoing weights), or a range; turn the wheel over the layer for a range, click here for the most active</source>
        <translation>нарисованы нейроны, которые говорят больше всех (разброс активации, умноженный на исходящие веса), или участок слоя; крутите колесо над слоем, чтобы выбрать участок, щёлкните здесь ради самых активных</translation>
    </message>
    <message>
        <source>hidden layer {n}</source>
        <translation>скрытый слой {n}</translation>
    </message>
    <message>
        <source>hidden {n}</source>
        <translation>скрытый {n}</translation>
    </message>
    <message>
        <source>input {n} of {units}: {name}; click, then Delete leaves it out</source>
        <translation>вход {n} из {units}: {name}; щелчок и Delete исключают его</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>входы</translation>
    </message>
    <message>
        <source>inputs: {n}</source>
        <translation>входов: {n}</translation>
    </message>
    <message>
        <source>inputs: {n}, the columns of the table, scaled</source>
        <translation>входов: {n} — столбцы таблицы после масштабирования</translation>
    </message>
    <message>
        <source>insert a hidden layer here</source>
        <translation>вставить сюда скрытый слой</translation>
    </message>
    <message>
        <source>large matrices: the strongest weights as lines, or all weights as a picture (W); click below a single one for that one alone</source>
        <translation>большие матрицы: сильнейшие веса линиями или все веса картинкой (W); щелчок под одной матрицей — только для неё</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>матрица</translation>
    </message>
    <message>
        <source>neuron {n}</source>
        <translation>нейрон {n}</translation>
    </message>
    <message>
        <source>neuron: its activation over the plane of the decision regions</source>
        <translation>нейрон: его активация на плоскости областей решений</translation>
    </message>
    <message>
        <source>number of neurons: click, type it, press Enter</source>
        <translation>число нейронов: щёлкните, введите число, нажмите Enter</translation>
    </message>
    <message>
        <source>one neuron fewer (-)</source>
        <translation>на один нейрон меньше (-)</translation>
    </message>
    <message>
        <source>one neuron more (+)</source>
        <translation>на один нейрон больше (+)</translation>
    </message>
    <message>
        <source>output</source>
        <translation>выход</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>выходной слой</translation>
    </message>
    <message>
        <source>outputs: {n} {activation}</source>
        <translation>выходов: {n} {activation}</translation>
    </message>
    <message>
        <source>selected: {layer}</source>
        <translation>выбран: {layer}</translation>
    </message>
    <message>
        <source>showing {a}–{b} of {units}</source>
        <translation>показаны {a}–{b} из {units}</translation>
    </message>
    <message>
        <source>showing {n} of {units}: most active</source>
        <translation>показаны {n} из {units}: самые активные</translation>
    </message>
    <message>
        <source>strongest</source>
        <translation>сильнейшие</translation>
    </message>
    <message>
        <source>strongest {drawn} of {possible}</source>
        <translation>сильнейшие {drawn} из {possible}</translation>
    </message>
    <message>
        <source>top {n}</source>
        <translation>топ-{n}</translation>
    </message>
    <message>
        <source>top {n} of {units}</source>
        <translation>топ-{n} из {units}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>вес</translation>
    </message>
    <message>
        <source>weight from {start} to {end}</source>
        <translation>вес {start} → {end}</translation>
    </message>
    <message>
        <source>weight from {start} to {end}: {value}; click to change it</source>
        <translation>вес {start} → {end}: {value}; щёлкните, чтобы изменить</translation>
    </message>
    <message>
        <source>weight {start} to {end}</source>
        <translation>вес {start} → {end}</translation>
    </message>
    <message>
        <source>weight: sign and size</source>
        <translation>вес: знак и величина</translation>
    </message>
    <message>
        <source>weight: sign, and size up to the largest (±) of its matrix</source>
        <translation>вес: знак и величина до наибольшего (±) в его матрице</translation>
    </message>
    <message>
        <source>{a}–{b} of {units}</source>
        <translation>{a}–{b} из {units}</translation>
    </message>
    <message>
        <source>{block} a pixel</source>
        <translation>{block} в пикселе</translation>
    </message>
    <message>
        <source>{drawn} of {possible}</source>
        <translation>{drawn} из {possible}</translation>
    </message>
    <message>
        <source>{drawn} of {possible} drawn</source>
        <translation>показано {drawn} из {possible}</translation>
    </message>
    <message>
        <source>{layer}, neuron {n} of {units}</source>
        <translation>{layer}, нейрон {n} из {units}</translation>
    </message>
    <message>
        <source>{layer}: {neurons}, {activation}, {count} weights and biases</source>
        <translation>{layer}: {neurons}, {activation}, весов и смещений: {count}</translation>
    </message>
    <message>
        <source>{layer}; drag it sideways to move it, double-click for another activation</source>
        <translation>{layer}; потяните вбок, чтобы переставить, двойной щелчок — другая активация</translation>
    </message>
    <message>
        <source>{matrix}; a row is a neuron at the left, a column one at the right, both from the first; click for lines</source>
        <translation>{matrix}; строка — нейрон слева, столбец — нейрон справа, счёт с первого; щелчок — линии</translation>
    </message>
    <message>
        <source>{matrix}; click for a picture of the matrix</source>
        <translation>{matrix}; щелчок — картинка матрицы</translation>
    </message>
    <message>
        <source>{matrix}; drawn: {drawn} of {possible}, all between the neurons that are shown; click for a picture of all</source>
        <translation>{matrix}; показано {drawn} из {possible}, все между показанными нейронами; щелчок — картинка всех весов</translation>
    </message>
    <message>
        <source>{matrix}; drawn: {drawn} of {possible}, the strongest between the neurons that are shown; click for a picture of all</source>
        <translation>{matrix}; показано {drawn} из {possible}, сильнейшие между показанными нейронами; щелчок — картинка всех весов</translation>
    </message>
    <message>
        <source>{neuron}, bias {value}; click to look closely</source>
        <translation>{neuron}, смещение {value}; щелчок — рассмотреть</translation>
    </message>
    <message>
        <source>{n} of {units}: most active</source>
        <translation>{n} из {units}: самые активные</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Column along x</source>
        <translation>Столбец по оси x</translation>
    </message>
    <message>
        <source>Column along y</source>
        <translation>Столбец по оси y</translation>
    </message>
    <message>
        <source>The column that runs to the right.</source>
        <translation>Столбец, отложенный вправо.</translation>
    </message>
    <message>
        <source>The column that runs upwards.</source>
        <translation>Столбец, отложенный вверх.</translation>
    </message>
</context>
<context>
    <name>ColumnDetail</name>
    <message>
        <source>Most frequent: {values}</source>
        <translation>Самые частые: {values}</translation>
    </message>
</context>
<context>
    <name>ColumnFigures</name>
    <message>
        <source>cells</source>
        <translation>ячеек</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>отклонение</translation>
    </message>
    <message>
        <source>different</source>
        <translation>разных</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>макс.</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>мин.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>median</source>
        <translation>медиана</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>quartile 1</source>
        <translation>квартиль 1</translation>
    </message>
    <message>
        <source>quartile 3</source>
        <translation>квартиль 3</translation>
    </message>
</context>
<context>
    <name>ColumnLines</name>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Разных</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>How many cells are missing. Click to sort.</source>
        <translation>Сколько ячеек пусто. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>How many different values there are. Click to sort.</source>
        <translation>Сколько разных значений. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>How often which values come: numbers in 20 bins, the 10 most frequent categories.</source>
        <translation>Как часто какие значения: числа в 20 столбиках, 10 самых частых категорий.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>Исключён: {reason}</translation>
    </message>
    <message>
        <source>Lowest … highest</source>
        <translation>Наименьшее … наибольшее</translation>
    </message>
    <message>
        <source>Mean or most frequent</source>
        <translation>Среднее или самое частое</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Пропуски</translation>
    </message>
    <message>
        <source>Numbers: mean ± standard deviation. Dates: the middle one. Others: the most frequent value.</source>
        <translation>Числа: среднее ± отклонение. Даты: средняя. Остальное: самое частое значение.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Target: {reason}</source>
        <translation>Цель: {reason}</translation>
    </message>
    <message>
        <source>The column&apos;s name; the tick says whether it is used as an input. Click to sort.</source>
        <translation>Имя столбца; галочка говорит, служит ли он входом. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>The lowest and the highest value. Click to sort by the lowest.</source>
        <translation>Наименьшее и наибольшее значения. Щелчок сортирует по наименьшему.</translation>
    </message>
    <message>
        <source>What the column is for: input, target, or left out. Click to sort.</source>
        <translation>Для чего столбец: вход, цель или исключён. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>What the column is taken for. Click to sort.</source>
        <translation>За что принят столбец. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Why the column was taken for this kind and role.</source>
        <translation>Почему столбцу даны этот тип и эта роль.</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Make it the target</source>
        <translation>Сделать целевым</translation>
    </message>
    <message>
        <source>Use as input</source>
        <translation>Взять как признак</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message numerus="yes">
        <source>%n missing value(s)</source>
        <translation>
            <numerusform>%n пропущенное значение</numerusform>
            <numerusform>%n пропущенных значения</numerusform>
            <numerusform>%n пропущенных значений</numerusform>
        </translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>Исключён: {reason}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>category</source>
        <translation>категория</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>константа</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>identifier</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>input</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>исключён</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Columns of the table</source>
        <translation>Столбцы таблицы</translation>
    </message>
    <message>
        <source>Tick a column to use it as an input; right-click for more.</source>
        <translation>Отметьте столбец, чтобы взять его как признак; остальное — по щелчку правой кнопкой.</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Матрица ошибок</translation>
    </message>
    <message>
        <source>How often each class is taken for each will be here, once rows with a truth are shown.</source>
        <translation>Здесь будет, как часто какой класс за какой принят, когда показаны строки с истиной.</translation>
    </message>
    <message>
        <source>True classes down, predicted classes across: click a cell to see its rows, again to see all.</source>
        <translation>Истинные классы вниз, предсказанные вбок: щёлкните ячейку, чтобы увидеть её строки, ещё раз — все.</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>прогноз</translation>
    </message>
    <message>
        <source>true</source>
        <translation>истина</translation>
    </message>
    <message>
        <source>{n} of {rows} rows of {true} are taken for {given}</source>
        <translation>{n} из {rows} строк {true} приняты за {given}</translation>
    </message>
    <message>
        <source>{right} of {rows} rows are right.</source>
        <translation>Верно строк: {right} из {rows}.</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n класс</numerusform>
            <numerusform>%n класса</numerusform>
            <numerusform>%n классов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n вход</numerusform>
            <numerusform>%n входа</numerusform>
            <numerusform>%n входов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file left out</source>
        <translation>
            <numerusform>%n строка файла пропущена</numerusform>
            <numerusform>%n строки файла пропущены</numerusform>
            <numerusform>%n строк файла пропущено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a target</source>
        <translation>
            <numerusform>%n строка без цели</numerusform>
            <numerusform>%n строки без цели</numerusform>
            <numerusform>%n строк без цели</numerusform>
        </translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>Все равны</translation>
    </message>
    <message>
        <source>All notes on the file</source>
        <translation>Все замечания о файле</translation>
    </message>
    <message>
        <source>All notes…</source>
        <translation>Все замечания…</translation>
    </message>
    <message>
        <source>An example that comes with the program, or your own table.</source>
        <translation>Пример из комплекта программы или ваша таблица.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Уравнять</translation>
    </message>
    <message>
        <source>Balanced: rare classes count as much as frequent ones in the loss.</source>
        <translation>Уравнены: редкие классы значат в потерях столько же, сколько частые.</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Веса классов</translation>
    </message>
    <message>
        <source>Classes to tell apart, or a number to estimate.</source>
        <translation>Различать классы или прогнозировать число.</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Классификация</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Data gallery…</source>
        <translation>Галерея данных…</translation>
    </message>
    <message>
        <source>Draw other rows for testing.</source>
        <translation>Разбить заново: выбрать другие строки для тестовой выборки.</translation>
    </message>
    <message>
        <source>Everything that was odd in the file, and each row that was left out with its line and reason.</source>
        <translation>Всё, что было необычным в файле, и каждая пропущенная строка с номером и причиной.</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>Как читается файл</translation>
    </message>
    <message>
        <source>Min–max</source>
        <translation>От 0 до 1</translation>
    </message>
    <message>
        <source>No table yet. Choose an example above, open a CSV, or drop one here.</source>
        <translation>Таблицы пока нет. Выберите пример выше, откройте CSV или перетащите файл сюда.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Открыть файл…</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Открыть таблицу</translation>
    </message>
    <message>
        <source>Open a table of your own: CSV, TSV or text.</source>
        <translation>Открыть свою таблицу: CSV, TSV или текст.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Как читать…</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>Регрессия</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>Робастный</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>See how the file was read, and read it in another way: encoding, delimiter, header, …</source>
        <translation>Увидеть, как прочитан файл, и прочитать его иначе: кодировка, разделитель, заголовок, …</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>Разбить</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Стандарт</translation>
    </message>
    <message>
        <source>Standard: mean 0, deviation 1. Min–max: 0 to 1. Robust: median and quartiles, for extreme values. Fitted on the training rows only.</source>
        <translation>Стандарт: среднее 0, отклонение 1. От 0 до 1: по наименьшему и наибольшему. Робастный: медиана и квартили, для крайних значений. Находится только по обучающим строкам.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Целевой столбец</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Test, %</source>
        <translation>Тест, %</translation>
    </message>
    <message>
        <source>The column that the network learns to predict.</source>
        <translation>Столбец, который сеть учится прогнозировать.</translation>
    </message>
    <message>
        <source>The share of rows that no weight is learned from; they tell how well the network does.</source>
        <translation>Доля строк, по которым веса не обучаются; по ним видно, насколько хороша сеть.</translation>
    </message>
    <message>
        <source>The share of rows that say when to stop, and that no weight learns from.</source>
        <translation>Доля строк, которые говорят, когда остановиться, и на которых веса не учатся.</translation>
    </message>
    <message>
        <source>The table that the network learns from.</source>
        <translation>Таблица, на которой обучается сеть.</translation>
    </message>
    <message>
        <source>Validation, %</source>
        <translation>Проверка, %</translation>
    </message>
    <message>
        <source>Why this target: {reason}.</source>
        <translation>Почему такая цель: {reason}.</translation>
    </message>
    <message>
        <source>Why this task: {reason}.</source>
        <translation>Почему такая задача: {reason}.</translation>
    </message>
    <message>
        <source>left out: {names}</source>
        <translation>исключены: {names}</translation>
    </message>
    <message>
        <source>{train} to train, {test} to test</source>
        <translation>{train} для обучения, {test} для теста</translation>
    </message>
    <message>
        <source>{train} to train, {validation} to validate, {test} to test</source>
        <translation>{train} на обучение, {validation} на проверку, {test} на тест</translation>
    </message>
</context>
<context>
    <name>DecisionRegions</name>
    <message>
        <source> - {part} row {n} is {target}</source>
        <translation> — {part}, строка {n}: {target}</translation>
    </message>
    <message>
        <source>Colour is the network&apos;s answer at each place; the paler, the less sure the network is.</source>
        <translation>Цвет — прогноз сети в каждой точке; чем бледнее, тем меньше уверенность.</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Области решений</translation>
    </message>
    <message>
        <source>Draw the rows kept for testing too, as outlines.</source>
        <translation>Показывать и тестовую выборку — контурами.</translation>
    </message>
    <message>
        <source>Show test points</source>
        <translation>Показать тестовые точки</translation>
    </message>
    <message>
        <source>The network&apos;s answer over two columns of a table will be here. Open a table to see it.</source>
        <translation>Здесь будет прогноз сети по двум столбцам таблицы. Откройте таблицу, чтобы его увидеть.</translation>
    </message>
    <message>
        <source>hidden layer {layer}, neuron {n}</source>
        <translation>скрытый слой {layer}, нейрон {n}</translation>
    </message>
    <message>
        <source>its activation over {column}</source>
        <translation>его активация по столбцу {column}</translation>
    </message>
    <message>
        <source>others follow x and y</source>
        <translation>прочие — за x и y</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>{neuron}, up to ±{largest}</source>
        <translation>{neuron}, до ±{largest}</translation>
    </message>
    <message>
        <source>{n} of {all} points drawn</source>
        <translation>показано точек: {n} из {all}</translation>
    </message>
    <message>
        <source>{n} train</source>
        <translation>обуч. {n}</translation>
    </message>
    <message>
        <source>{n} train, {m} test</source>
        <translation>обуч. {n}, тест {m}</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>Distribution of the column</source>
        <translation>Распределение столбца</translation>
    </message>
    <message>
        <source>Every cell is missing.</source>
        <translation>Все ячейки пусты.</translation>
    </message>
    <message>
        <source>How often which values come; point at a bar to read it.</source>
        <translation>Как часто какие значения; наведите на столбик, чтобы прочесть.</translation>
    </message>
    <message>
        <source>Select a column to see its values.</source>
        <translation>Выберите столбец, чтобы увидеть его значения.</translation>
    </message>
    <message>
        <source>{count} ({share})</source>
        <translation>{count} ({share})</translation>
    </message>
    <message>
        <source>{value}: {count} ({share})</source>
        <translation>{value}: {count} ({share})</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Add layer of {units}</source>
        <translation>добавление слоя, нейронов: {units}</translation>
    </message>
    <message>
        <source>Class weights: {name}</source>
        <translation>веса классов: {name}</translation>
    </message>
    <message>
        <source>Delete layer {n}</source>
        <translation>удаление слоя {n}</translation>
    </message>
    <message>
        <source>First weights: {name}</source>
        <translation>начальные веса: {name}</translation>
    </message>
    <message>
        <source>Hidden layers: {layers}</source>
        <translation>скрытые слои: {layers}</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>импорт {file}</translation>
    </message>
    <message>
        <source>Layer {n}: {activation}</source>
        <translation>слой {n}: {activation}</translation>
    </message>
    <message>
        <source>Layer {n}: {parameter}</source>
        <translation>слой {n}: {parameter}</translation>
    </message>
    <message>
        <source>Layer {n}: {units} units</source>
        <translation>слой {n}, нейронов: {units}</translation>
    </message>
    <message>
        <source>Leave out {columns}</source>
        <translation>исключение столбцов: {columns}</translation>
    </message>
    <message>
        <source>Loss: {loss}</source>
        <translation>выбор функции потерь: {loss}</translation>
    </message>
    <message>
        <source>Move layer {n} to {to}</source>
        <translation>перенос слоя {n} на место {to}</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>новые веса</translation>
    </message>
    <message>
        <source>Open {table}</source>
        <translation>открытие {table}</translation>
    </message>
    <message>
        <source>Output: {activation}</source>
        <translation>выход: {activation}</translation>
    </message>
    <message>
        <source>Paste {layers}</source>
        <translation>добавление {layers}</translation>
    </message>
    <message>
        <source>Precision: {name}</source>
        <translation>формат чисел: {name}</translation>
    </message>
    <message>
        <source>Scaling: {name}</source>
        <translation>масштаб: {name}</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>новое разбиение</translation>
    </message>
    <message>
        <source>Target: {column}</source>
        <translation>целевой столбец: {column}</translation>
    </message>
    <message>
        <source>Task: {task}</source>
        <translation>выбор задачи: {task}</translation>
    </message>
    <message>
        <source>Test rows: {percent} %</source>
        <translation>размер теста: {percent} %</translation>
    </message>
    <message>
        <source>Use {columns}</source>
        <translation>включение столбцов: {columns}</translation>
    </message>
    <message>
        <source>Usual output and loss</source>
        <translation>обычные выход и потери</translation>
    </message>
    <message>
        <source>Validation rows: {percent} %</source>
        <translation>размер проверки: {percent} %</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>{setting}: {value}</source>
        <translation>{setting}: {value}</translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message>
        <source>Changes while training runs.</source>
        <translation>Меняется во время обучения.</translation>
    </message>
    <message>
        <source>Keeps what was learned, as far as that is possible.</source>
        <translation>Сохраняет выученное, насколько это возможно.</translation>
    </message>
    <message>
        <source>Starts training anew.</source>
        <translation>Обучение начнётся заново.</translation>
    </message>
    <message>
        <source>{mark} marks what starts training anew when it changes.</source>
        <translation>{mark} отмечает то, что начинает обучение заново.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>All that can be opened</source>
        <translation>Всё, что можно открыть</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Таблицы</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Веса</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Export weights</source>
        <translation>Экспорт весов</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Веса сохранены: {path}</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>Импорт весов</translation>
    </message>
    <message>
        <source>NumPy script</source>
        <translation>Скрипт NumPy</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open with options</source>
        <translation>Открыть с параметрами</translation>
    </message>
    <message>
        <source>Reading was given up; what you had is as it was.</source>
        <translation>Чтение отменено; всё осталось как было.</translation>
    </message>
    <message>
        <source>The network is just being made; export it in a moment.</source>
        <translation>Сеть как раз создаётся; экспортируйте веса через мгновение.</translation>
    </message>
    <message>
        <source>The table of {file}</source>
        <translation>Таблица для {file}</translation>
    </message>
    <message>
        <source>{file} is no weights file: those end in .npz. File, Open opens a table.</source>
        <translation>{file} — не файл весов: их имена оканчиваются на .npz. Таблицу открывает Файл, Открыть.</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Only the rows of one cell of the confusion matrix are shown: click to see all.</source>
        <translation>Показаны строки одной ячейки матрицы ошибок: щёлкните, чтобы увидеть все.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Rows with this text in a cell, with exactly this number, or the row of this number.</source>
        <translation>Строки с этим текстом в ячейке, с этим числом или строка с этим номером.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search a text or a number</source>
        <translation>Найти текст или число</translation>
    </message>
    <message>
        <source>Show all cells again</source>
        <translation>Снова показать все ячейки</translation>
    </message>
    <message>
        <source>Show only the rows that are told wrong.</source>
        <translation>Показать только строки с неверным ответом.</translation>
    </message>
    <message>
        <source>Which rows are shown and counted: all, or those of one part.</source>
        <translation>Какие строки показаны и сочтены: все или одной части.</translation>
    </message>
    <message>
        <source>Wrong rows only</source>
        <translation>Только строки с ошибкой</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>все строки</translation>
    </message>
    <message>
        <source>test rows</source>
        <translation>тестовые строки</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>обучающие строки</translation>
    </message>
    <message>
        <source>validation rows</source>
        <translation>проверочные строки</translation>
    </message>
    <message>
        <source>wrong only</source>
        <translation>только ошибки</translation>
    </message>
    <message>
        <source>{true} as {given} ✕</source>
        <translation>{true} как {given} ✕</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Click a set to work with it. Arrow keys walk, Return chooses.</source>
        <translation>Щёлкните набор, чтобы взять его. Стрелки перемещают, Enter выбирает.</translation>
    </message>
    <message>
        <source>Data gallery</source>
        <translation>Галерея данных</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Наборы данных</translation>
    </message>
    <message>
        <source>Everything there is.</source>
        <translation>Всё, что есть.</translation>
    </message>
    <message>
        <source>Nothing is called so. Clear the search to see everything.</source>
        <translation>Такого нет. Очистите поиск, чтобы увидеть всё.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Sets with a number to estimate.</source>
        <translation>Наборы, где оценивают число.</translation>
    </message>
    <message>
        <source>Sets with classes to tell apart.</source>
        <translation>Наборы, где различают классы.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Таблицы</translation>
    </message>
    <message>
        <source>Tables of measurements that come with the program.</source>
        <translation>Таблицы измерений, поставляемые с программой.</translation>
    </message>
    <message>
        <source>Words of the title, the task or the description.</source>
        <translation>Слова из названия, задачи или описания.</translation>
    </message>
</context>
<context>
    <name>GalleryEdits</name>
    <message>
        <source>Classes: {n}</source>
        <translation>число классов: {n}</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>стирание точек</translation>
    </message>
    <message>
        <source>Noise: {percent} %</source>
        <translation>шум: {percent} %</translation>
    </message>
    <message>
        <source>Open {table}</source>
        <translation>открытие {table}</translation>
    </message>
    <message>
        <source>Paint points</source>
        <translation>рисование точек</translation>
    </message>
    <message>
        <source>Paint your own</source>
        <translation>рисование своих точек</translation>
    </message>
    <message>
        <source>Points of seed {n}</source>
        <translation>точки с зерном {n}</translation>
    </message>
    <message>
        <source>Points: {n}</source>
        <translation>число точек: {n}</translation>
    </message>
</context>
<context>
    <name>GalleryWork</name>
    <message>
        <source>Export table</source>
        <translation>Экспорт таблицы</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Таблица сохранена: {path}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>{file} is the file that the table was read from: name another one.</source>
        <translation>{file} — это файл, из которого прочитана таблица: назовите другой.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>How to use fcgui</source>
        <translation>Как пользоваться fcgui</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source># How to use it

**1. Choose data.** Take an example in *Data*, open a file of your own (*Open…*, drop it on the window, or
`fcgui my.csv`), or take points from the *Data gallery*; *Paint* beside the decision regions draws your own.
The target, the task and what is left out are guessed; point at a column to see why. Tick columns on and off,
right-click for more; a text enters by its words. *Table* shows all columns, and the rows, of which Delete leaves the
selected ones out. Warnings come with a repair of one click.

**2. Draw the network.** Drag the mouse downwards between two layers: the length of the stroke gives the number of
neurons; a stroke across a layer cuts it out. Click a layer to select it, drag it sideways to move it, drag its lower
edge to resize it. *Hidden layers* has the whole network in one line that can be typed. Click *inputs* for squares,
products and sines. Click a neuron to see its formula, an edge or a bias to change or freeze it.

**3. Train.** Press *Train* or Space. *Step* does one epoch or one mini-batch, *Choose settings and train* tries
settings out on the training rows, *Train until* stops at an epoch or a goal, *Reset* goes back to the first weights.
Rate, penalties, dropout, optimizer and batch size change while it runs; a changed network goes on from what it has
learned. The sign ↺ marks what begins anew.

**4. Look.** *Decision regions* show the network&apos;s answer over two columns; the others are what they usually are
there. Each neuron carries its own map; point at it to see it large. *Weights* show every matrix: blue is positive,
orange negative. *Loss* shows training, validation and test. *Predictions* has every row with truth and error. Point
at anything to read it in words at the bottom of the window.

**5. Keep it, take it away.** *Save project* keeps everything in one file, *Copy state as text* makes one line to send.
*Export weights* writes a .npz that NumPy alone can read, *Predict a file* answers new rows. The same without a
window: `fcgui train iris --hidden 200,100,50 --out w.npz`, see `fcgui train --help`.

## Keys

| key | what it does |
|---|---|
| Space, Ctrl+Return | train, pause |
| Ctrl+. and Ctrl+, | one epoch, one mini-batch |
| Ctrl+T | train until an epoch or a goal |
| Ctrl+R, Ctrl+Shift+R | the same first weights, new ones |
| Ctrl+Z, Ctrl+Shift+Z, Ctrl+H | undo, redo, history |
| Ctrl+O, Ctrl+G | open, data gallery |
| Ctrl+S, Ctrl+Shift+S | save the project, as another file |
| Ctrl+Shift+C, Ctrl+Shift+V | copy the state as text, paste it |
| Ctrl+E, Ctrl+I | export weights, import weights |
| Ctrl+Shift+P, Ctrl+Shift+E | predict a file, save predictions |
| Left, Right in the drawing | select a layer |
| Up, Down, digits in the drawing | more, fewer, so many neurons |
| Ctrl+Left, Ctrl+Right in the drawing | move the layer |
| Ctrl+Up, Ctrl+Down, M in the drawing | other neurons of a wide layer, the most active ones |
| Insert, Delete, Return in the drawing | add a layer, delete it, choose its activation |
| Ctrl+C, Ctrl+X, Ctrl+V, Ctrl+D in the drawing | copy, cut, paste, double a layer |
| N, F2, Esc in the drawing | focus a neuron, change its bias, leave it |
| W in the drawing | large matrices as pictures, or their strongest weights as lines |
| F, Ctrl+0 | fit the drawing |
</source>
        <translation># Как этим пользоваться

**1. Выберите данные.** Возьмите пример в *Данных*, откройте свой файл (*Открыть…*, перетащите его на окно или
`fcgui my.csv`) или возьмите точки из *Галереи данных*; *Рисовать* рядом с областями решений рисует ваши.
Цель, задача и то, что исключено, угаданы; наведите на столбец, чтобы увидеть почему. Включайте и выключайте столбцы,
правая кнопка даёт больше; текст входит словами. *Таблица* показывает все столбцы и строки: Delete исключает выбранные.
Предупреждения приходят с исправлением в один щелчок.

**2. Нарисуйте сеть.** Тяните мышь вниз между двумя слоями: длина черты — число нейронов; черта поперёк слоя
вырезает его. Щёлкните слой, чтобы выбрать его, тяните вбок, чтобы переставить, тяните нижний край, чтобы изменить
размер. *Скрытые слои* — вся сеть одной строкой, которую можно ввести. Щёлкните *входы* ради квадратов, произведений
и синусов. Щёлкните нейрон, чтобы увидеть его формулу, ребро или смещение — чтобы изменить или заморозить.

**3. Обучайте.** Нажмите *Обучать* или пробел. *Шаг* — одна эпоха или один мини-батч, *Подобрать настройки и обучить* испытывает настройки на обучающих строках, *Обучать до* — до эпохи или
цели, *Сброс* возвращает первые веса. Скорость, штрафы, отсев, оптимизатор и размер батча меняются на ходу;
изменённая сеть продолжает с того, что выучила. Знак ↺ отмечает то, что начинается заново.

**4. Смотрите.** *Области решений* показывают ответ сети по двум столбцам; остальные — такие, как обычно там.
У каждого нейрона своя карта; наведите на него, чтобы увидеть её крупно. *Веса* — все матрицы: синее положительно,
оранжевое отрицательно. *Потери* — обучение, проверка и тест. *Прогнозы* — каждая строка с истиной и ошибкой.
Наведите на что угодно и прочтите об этом внизу окна.

**5. Сохраните и заберите.** *Сохранить проект* хранит всё в одном файле, *Копировать состояние текстом* делает одну
строку для отправки. *Экспорт весов* пишет .npz, который читает один NumPy, *Прогноз по файлу* отвечает на новые
строки. То же без окна: `fcgui train iris --hidden 200,100,50 --out w.npz`, см. `fcgui train --help`.

## Клавиши

| клавиша | что делает |
|---|---|
| Пробел, Ctrl+Return | обучать, пауза |
| Ctrl+. и Ctrl+, | одна эпоха, один мини-батч |
| Ctrl+T | обучать до эпохи или цели |
| Ctrl+R, Ctrl+Shift+R | те же первые веса, новые |
| Ctrl+Z, Ctrl+Shift+Z, Ctrl+H | отменить, повторить, история |
| Ctrl+O, Ctrl+G | открыть, галерея данных |
| Ctrl+S, Ctrl+Shift+S | сохранить проект, в другой файл |
| Ctrl+Shift+C, Ctrl+Shift+V | копировать состояние текстом, вставить |
| Ctrl+E, Ctrl+I | экспорт весов, импорт весов |
| Ctrl+Shift+P, Ctrl+Shift+E | прогноз по файлу, сохранить прогнозы |
| Влево, Вправо на рисунке | выбрать слой |
| Вверх, Вниз, цифры на рисунке | больше, меньше, столько нейронов |
| Ctrl+Влево, Ctrl+Вправо на рисунке | переставить слой |
| Ctrl+Вверх, Ctrl+Вниз, M на рисунке | другие нейроны широкого слоя, самые активные |
| Insert, Delete, Return на рисунке | добавить слой, удалить, выбрать активацию |
| Ctrl+C, Ctrl+X, Ctrl+V, Ctrl+D на рисунке | копировать, вырезать, вставить, удвоить слой |
| N, F2, Esc на рисунке | выбрать нейрон, изменить смещение, выйти |
| W на рисунке | большие матрицы картинками или сильнейшие веса линиями |
| F, Ctrl+0 | вписать рисунок |
</translation>
    </message>
    <message>
        <source>fcgui {version}: draw, train and understand a fully connected neural network. MIT licence.</source>
        <translation>fcgui {version}: нарисовать, обучить и понять полносвязную нейронную сеть. Лицензия MIT.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>, zero in {share}</source>
        <translation>, ноль у {share}</translation>
    </message>
    <message>
        <source>Activations over the training rows</source>
        <translation>Активации на обучающих строках</translation>
    </message>
    <message>
        <source>How often the neuron says what over the training rows.</source>
        <translation>Как часто нейрон что отвечает на обучающих строках.</translation>
    </message>
    <message>
        <source>{n} of {all} training rows</source>
        <translation>обучающих строк: {n} из {all}</translation>
    </message>
    <message>
        <source>{n} training rows</source>
        <translation>обучающих строк: {n}</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>As it was opened</source>
        <translation>Как было открыто</translation>
    </message>
    <message>
        <source>Click a step to go back, or forward, to it.</source>
        <translation>Щёлкните шаг, чтобы вернуться или перейти к нему.</translation>
    </message>
    <message>
        <source>Click a step to make the project as it was after it.</source>
        <translation>Щёлкните шаг, чтобы проект стал таким, как после него.</translation>
    </message>
    <message>
        <source>Undo history</source>
        <translation>История правок</translation>
    </message>
</context>
<context>
    <name>ImportedScore</name>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Test {name} {now}, as stored in the file.</source>
        <translation>На тесте {name} {now}, как записано в файле.</translation>
    </message>
    <message>
        <source>The test {name} is {now} here, but the file says {stored}: this is another table, or other rows of it are for testing.</source>
        <translation>Здесь на тесте {name} {now}, а в файле сказано {stored}: это другая таблица, или для теста взяты другие её строки.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>точность</translation>
    </message>
</context>
<context>
    <name>InputChips</name>
    <message numerus="yes">
        <source>%n more column(s) in the data panel</source>
        <translation>
            <numerusform>ещё %n столбец на панели данных</numerusform>
            <numerusform>ещё %n столбца на панели данных</numerusform>
            <numerusform>ещё %n столбцов на панели данных</numerusform>
        </translation>
    </message>
    <message>
        <source>Derived from {x} and {y}:</source>
        <translation>Производные от {x} и {y}:</translation>
    </message>
    <message>
        <source>Derived from {x}:</source>
        <translation>Производные от {x}:</translation>
    </message>
    <message>
        <source>Features are derived from the two columns that the decision view shows.</source>
        <translation>Признаки производятся от двух столбцов, показанных в областях решений.</translation>
    </message>
    <message>
        <source>The column {name} as an input.</source>
        <translation>Столбец {name} как вход.</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message numerus="yes">
        <source>%n input(s). Click to switch on or off:</source>
        <translation>
            <numerusform>%n вход. Щёлкните, чтобы включить или выключить:</numerusform>
            <numerusform>%n входа. Щёлкните, чтобы включить или выключить:</numerusform>
            <numerusform>%n входов. Щёлкните, чтобы включить или выключить:</numerusform>
        </translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Активация</translation>
    </message>
    <message>
        <source>Add a hidden layer after this one (Insert).</source>
        <translation>Добавить скрытый слой после этого (Insert).</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Ещё слой</translation>
    </message>
    <message>
        <source>All hidden layers in one line, and the layer that is selected in the drawing.</source>
        <translation>Все скрытые слои одной строкой и слой, выбранный на рисунке.</translation>
    </message>
    <message>
        <source>Auto: {name}</source>
        <translation>Авто: {name}</translation>
    </message>
    <message>
        <source>Choose the output and the loss that fit the task.</source>
        <translation>Выбрать выход и потери, подходящие к задаче.</translation>
    </message>
    <message>
        <source>Click a layer in the drawing, or draw a new one with a downward stroke.</source>
        <translation>Щёлкните по слою на рисунке или нарисуйте новый, проведя мышью вниз.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete the layer (Delete).</source>
        <translation>Удалить слой (Delete).</translation>
    </message>
    <message>
        <source>Hidden layer {n}</source>
        <translation>Скрытый слой {n}</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Скрытые слои</translation>
    </message>
    <message>
        <source>How many neurons the layer has.</source>
        <translation>Сколько в слое нейронов.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Входы</translation>
    </message>
    <message>
        <source>Its inputs and outputs come with the table.</source>
        <translation>Её входы и выходы появятся вместе с таблицей.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Move the layer towards the inputs (Ctrl+Left).</source>
        <translation>Сдвинуть слой ближе ко входам (Ctrl+влево).</translation>
    </message>
    <message>
        <source>Move the layer towards the output (Ctrl+Right).</source>
        <translation>Сдвинуть слой ближе к выходу (Ctrl+вправо).</translation>
    </message>
    <message>
        <source>Move towards the inputs</source>
        <translation>Сдвинуть ко входам</translation>
    </message>
    <message>
        <source>Move towards the output</source>
        <translation>Сдвинуть к выходу</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>No layer selected</source>
        <translation>Слой не выбран</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>Сети пока нет</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Выходной слой</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Параметр</translation>
    </message>
    <message>
        <source>The function f in H = f(X W + b).</source>
        <translation>Функция f в формуле H = f(X W + b).</translation>
    </message>
    <message>
        <source>The number that shapes the activation.</source>
        <translation>Число, задающее форму функции активации.</translation>
    </message>
    <message>
        <source>The output&apos;s size follows the task and its classes.</source>
        <translation>Размер выхода определяется задачей и числом классов.</translation>
    </message>
    <message>
        <source>Type units and activations, like “200 relu, 100 relu”, or choose a network from the list.</source>
        <translation>Введите число нейронов и активации, например «200 relu, 100 relu», или выберите сеть из списка.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Нейронов</translation>
    </message>
    <message>
        <source>Use {activation} and {loss}</source>
        <translation>Взять {activation} и {loss}</translation>
    </message>
    <message>
        <source>What training makes small; automatic fits the output.</source>
        <translation>То, что обучение уменьшает; «Авто» подходит к выходному слою.</translation>
    </message>
</context>
<context>
    <name>LayersLine</name>
    <message>
        <source>Deep</source>
        <translation>Глубокая</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Цифры</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>Лекция</translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation>Без скрытых слоёв</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Малая</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>Спираль</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Обычная</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>без скрытых слоёв</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>All neurons of this layer are drawn.</source>
        <translation>Все нейроны этого слоя нарисованы.</translation>
    </message>
    <message>
        <source>Focus a neuron first: click it, or press N.</source>
        <translation>Сначала выберите нейрон: щёлкните его или нажмите N.</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Draw each curve as the mean of its last points, so that a trend shows through the noise.</source>
        <translation>Рисовать каждую кривую как среднее её последних точек, чтобы сквозь шум была видна тенденция.</translation>
    </message>
    <message>
        <source>Epoch {n}: {values}</source>
        <translation>Эпоха {n}: {values}</translation>
    </message>
    <message>
        <source>Logarithmic loss axis</source>
        <translation>Логарифмическая ось потерь</translation>
    </message>
    <message>
        <source>Loss over the epochs</source>
        <translation>Потери по эпохам</translation>
    </message>
    <message>
        <source>Show how good the answers are instead of the loss.</source>
        <translation>Показать вместо потерь качество прогнозов.</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic axis, so that small losses can be told apart.</source>
        <translation>Показать потери в логарифмическом масштабе, чтобы различать малые значения.</translation>
    </message>
    <message>
        <source>Show {score} instead of the loss</source>
        <translation>Вместо потерь: {score}</translation>
    </message>
    <message>
        <source>Smooth curves</source>
        <translation>Сгладить кривые</translation>
    </message>
    <message>
        <source>The loss of the training and test rows will be drawn here. Press Train to begin.</source>
        <translation>Здесь появятся потери на обучающей и тестовой выборках. Нажмите «Обучать».</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>точность</translation>
    </message>
    <message>
        <source>best epoch {n}</source>
        <translation>лучшая эпоха {n}</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>расходимость</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>эпоха</translation>
    </message>
    <message>
        <source>epoch {n}</source>
        <translation>эпоха {n}</translation>
    </message>
    <message>
        <source>log scale</source>
        <translation>лог. шкала</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>потери</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>сгладить</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>train</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>{quantity}: {values}</source>
        <translation>{quantity}: {values}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Оформление</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Спр&amp;авка</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Сеть</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>По&amp;казывать</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Области решений</translation>
    </message>
    <message>
        <source>Draw the network, and see what its weights become.</source>
        <translation>Рисуйте сеть и смотрите, какими становятся её веса.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Открыть н&amp;едавние</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Прогнозы</translation>
    </message>
    <message>
        <source>See the network&apos;s answer to every row, and predict new files.</source>
        <translation>Увидеть ответ сети на каждую строку и получить прогнозы для новых файлов.</translation>
    </message>
    <message>
        <source>See what the table holds, and change what its columns are taken for.</source>
        <translation>Увидеть, что есть в таблице, и изменить, за что приняты столбцы.</translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation>&amp;Обучение</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Веса</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Making {n} points…</source>
        <translation>Создаются точки: {n}…</translation>
    </message>
</context>
<context>
    <name>MissingTable</name>
    <message>
        <source>Choose that table to see the network and to train it further; or predict the rows of a file with it.</source>
        <translation>Выберите эту таблицу, чтобы увидеть сеть и обучать её дальше, или получите прогноз по строкам файла.</translation>
    </message>
    <message>
        <source>Choose the table…</source>
        <translation>Выбрать таблицу…</translation>
    </message>
    <message>
        <source>Predict a file…</source>
        <translation>Прогноз по файлу…</translation>
    </message>
    <message>
        <source>The table of these weights</source>
        <translation>Таблица этих весов</translation>
    </message>
</context>
<context>
    <name>NetworkCanvas</name>
    <message>
        <source>Drawn network</source>
        <translation>Нарисованная сеть</translation>
    </message>
    <message>
        <source>no network yet</source>
        <translation>сети пока нет</translation>
    </message>
</context>
<context>
    <name>NeuronPanel</name>
    <message>
        <source>Formula of the neuron</source>
        <translation>Формула нейрона</translation>
    </message>
    <message>
        <source>Hidden layer {layer}, neuron {n}</source>
        <translation>Скрытый слой {layer}, нейрон {n}</translation>
    </message>
    <message>
        <source>Input {name}</source>
        <translation>Вход {name}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Leave the neuron</source>
        <translation>Выйти из нейрона</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Нейрон</translation>
    </message>
    <message>
        <source>Output {name}</source>
        <translation>Выход {name}</translation>
    </message>
    <message>
        <source>Show all weights alike again (Escape in the drawing).</source>
        <translation>Снова показать все веса одинаково (Esc на рисунке).</translation>
    </message>
    <message>
        <source>Strongest path: {path}</source>
        <translation>Сильнейший путь: {path}</translation>
    </message>
    <message>
        <source>The neuron that is focused in the drawing: click another one, or press Escape.</source>
        <translation>Нейрон, выбранный на рисунке: щёлкните другой или нажмите Esc.</translation>
    </message>
    <message>
        <source>{n} smaller terms</source>
        <translation>меньших слагаемых: {n}</translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message numerus="yes">
        <source>%n row(s) of the file left out</source>
        <translation>
            <numerusform>%n строка файла пропущена</numerusform>
            <numerusform>%n строки файла пропущены</numerusform>
            <numerusform>%n строк файла пропущено</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation>Строка {line}: {reason}</translation>
    </message>
    <message>
        <source>No warnings: nothing is known to be wrong with this table.</source>
        <translation>Предупреждений нет: ничего неладного с этой таблицей не известно.</translation>
    </message>
    <message>
        <source>Read as: {how}</source>
        <translation>Прочитано как: {how}</translation>
    </message>
    <message>
        <source>Read the file in another way: encoding, delimiter, header, …</source>
        <translation>Прочитать файл иначе: кодировка, разделитель, заголовок, …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Прочитать иначе…</translation>
    </message>
    <message>
        <source>Row {line}: {reason}</source>
        <translation>Строка {line}: {reason}</translation>
    </message>
    <message>
        <source>Select the column in the list above.</source>
        <translation>Выбрать столбец в списке выше.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Warnings and notes</source>
        <translation>Предупреждения и замечания</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>{name}: “{text}” is not {kind} from {low} to {high}; {old} stays.</source>
        <translation>{name}: «{text}» — не {kind} от {low} до {high}; остаётся {old}.</translation>
    </message>
</context>
<context>
    <name>OrderEditor</name>
    <message>
        <source>Categories from the lowest to the highest</source>
        <translation>Категории от низшей к высшей</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Вниз</translation>
    </message>
    <message>
        <source>Move the category down: it counts as higher.</source>
        <translation>Опустить категорию: она станет выше по счёту.</translation>
    </message>
    <message>
        <source>Move the category up: it counts as lower.</source>
        <translation>Поднять категорию: она станет ниже по счёту.</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>По порядку</translation>
    </message>
    <message>
        <source>The categories go from low to high, as small, medium, large: one input instead of one each.</source>
        <translation>Категории идут от низкой к высокой, как малый, средний, большой: один вход вместо многих.</translation>
    </message>
    <message>
        <source>The categories have an order</source>
        <translation>У категорий есть порядок</translation>
    </message>
    <message>
        <source>The lowest category stands at the top.</source>
        <translation>Самая низкая категория стоит вверху.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Вверх</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Данные</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>&amp;Функция потерь</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Сеть</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Обучение</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Веса</translation>
    </message>
    <message>
        <source>Page &amp;Predictions</source>
        <translation>Страница «&amp;Прогнозы»</translation>
    </message>
    <message>
        <source>Page Ta&amp;ble</source>
        <translation>Страница «&amp;Таблица»</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Показать вс&amp;ё</translation>
    </message>
    <message>
        <source>Show all parts of the window again.</source>
        <translation>Снова показать все части окна.</translation>
    </message>
    <message>
        <source>Show this part or leave it out; a project and a copied state keep that, for a lesson.</source>
        <translation>Показывать эту часть или убрать; проект и скопированное состояние хранят это — для урока.</translation>
    </message>
</context>
<context>
    <name>PercentSlider</name>
    <message>
        <source>{name}: {percent} %</source>
        <translation>{name}: {percent} %</translation>
    </message>
</context>
<context>
    <name>PredictionFiles</name>
    <message>
        <source>Comma separated</source>
        <translation>Через запятую</translation>
    </message>
    <message>
        <source>For spreadsheets, with the marks of the table&apos;s file</source>
        <translation>Для электронных таблиц, со знаками исходного файла</translation>
    </message>
    <message>
        <source>Predict a file</source>
        <translation>Прогноз по файлу</translation>
    </message>
    <message>
        <source>Predictions written to {path}</source>
        <translation>Прогнозы записаны в {path}</translation>
    </message>
    <message>
        <source>Read the whole file in this way, and predict its rows.</source>
        <translation>Прочитать так весь файл и дать прогноз для его строк.</translation>
    </message>
    <message>
        <source>Reading was given up; what you had is as it was.</source>
        <translation>Чтение отменено; всё осталось как было.</translation>
    </message>
    <message>
        <source>Save predictions</source>
        <translation>Сохранить прогнозы</translation>
    </message>
    <message>
        <source>Tab separated</source>
        <translation>Через табуляцию</translation>
    </message>
    <message>
        <source>The network is just being made; try it in a moment.</source>
        <translation>Сеть как раз создаётся; попробуйте через мгновение.</translation>
    </message>
    <message>
        <source>Writing {file}: {percent} %</source>
        <translation>Запись {file}: {percent} %</translation>
    </message>
</context>
<context>
    <name>PredictionsModel</name>
    <message>
        <source>1 minus the probability of the true class: 0 is sure and right, 1 sure and wrong.</source>
        <translation>1 минус вероятность истинного класса: 0 — верно и уверенно, 1 — неверно и уверенно.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>Prediction minus truth; sorted by its size.</source>
        <translation>Прогноз минус истина; сортируется по величине.</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>The network&apos;s answer.</source>
        <translation>Ответ сети.</translation>
    </message>
    <message>
        <source>The probability of the answered class.</source>
        <translation>Вероятность данного ответа.</translation>
    </message>
    <message>
        <source>The probability of this class.</source>
        <translation>Вероятность этого класса.</translation>
    </message>
    <message>
        <source>The row&apos;s number in the table.</source>
        <translation>Номер строки в таблице.</translation>
    </message>
    <message>
        <source>The truth, from the table.</source>
        <translation>Истина, из таблицы.</translation>
    </message>
    <message>
        <source>What the row is for: training, validation or test.</source>
        <translation>Для чего строка: обучение, проверка или тест.</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>wrong: it is {truth}</source>
        <translation>неверно: это {truth}</translation>
    </message>
</context>
<context>
    <name>PredictionsPage</name>
    <message numerus="yes">
        <source>%n row(s) of the file left out, without a prediction</source>
        <translation>
            <numerusform>%n строка файла пропущена, без прогноза</numerusform>
            <numerusform>%n строки файла пропущены, без прогноза</numerusform>
            <numerusform>%n строк файла пропущено, без прогноза</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Назад к таблице</translation>
    </message>
    <message>
        <source>Choose a new table, or drop it here: its rows are predicted with the network as it is.</source>
        <translation>Выберите новую таблицу или перетащите её сюда: её строки предскажет сеть как она есть.</translation>
    </message>
    <message>
        <source>Every row with the network&apos;s answer beside the truth will be here. Open a table to see it.</source>
        <translation>Здесь будет каждая строка с ответом сети и истиной. Откройте таблицу.</translation>
    </message>
    <message>
        <source>New file {file}</source>
        <translation>Новый файл {file}</translation>
    </message>
    <message>
        <source>Notes on the file</source>
        <translation>Замечания о файле</translation>
    </message>
    <message>
        <source>Predict a file…</source>
        <translation>Прогноз по файлу…</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Прогнозы</translation>
    </message>
    <message>
        <source>RMSE {value}</source>
        <translation>RMSE {value}</translation>
    </message>
    <message>
        <source>Rows of {table}</source>
        <translation>Строки таблицы {table}</translation>
    </message>
    <message>
        <source>R² of the test rows {value}</source>
        <translation>R² на тестовых строках {value}</translation>
    </message>
    <message>
        <source>R² {value}</source>
        <translation>R² {value}</translation>
    </message>
    <message>
        <source>Save predictions…</source>
        <translation>Сохранить прогнозы…</translation>
    </message>
    <message>
        <source>Show the rows that are trained on again.</source>
        <translation>Снова показать обучающие строки.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>The rows are being predicted…</source>
        <translation>Вычисляются прогнозы…</translation>
    </message>
    <message>
        <source>Write the predictions of these rows as .csv or .tsv.</source>
        <translation>Записать прогнозы для этих строк в .csv или .tsv.</translation>
    </message>
    <message>
        <source>accuracy of the test rows {share} %</source>
        <translation>точность на тестовых строках {share} %</translation>
    </message>
    <message>
        <source>accuracy {share} %</source>
        <translation>точность {share} %</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation>строка {line}: {reason}</translation>
    </message>
    <message>
        <source>the file has no column {target}: no truth to compare with</source>
        <translation>в файле нет столбца {target}: сравнить не с чем</translation>
    </message>
    <message>
        <source>{file}, by the imported weights</source>
        <translation>{file}, по импортированным весам</translation>
    </message>
    <message>
        <source>{n} of {rows} wrong</source>
        <translation>ошибок {n} из {rows}</translation>
    </message>
    <message>
        <source>{shown} of {rows} rows shown</source>
        <translation>показано строк {shown} из {rows}</translation>
    </message>
</context>
<context>
    <name>PredictionsTable</name>
    <message>
        <source>Predictions</source>
        <translation>Прогнозы</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>The row&apos;s line in the file.</source>
        <translation>Номер строки в файле.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>пусто</translation>
    </message>
</context>
<context>
    <name>ProjectWork</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Очистить этот список</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>Открыть {file}</translation>
    </message>
    <message>
        <source>Save them before the window closes?</source>
        <translation>Сохранить их, прежде чем окно закроется?</translation>
    </message>
    <message>
        <source>Save them before {file} is opened?</source>
        <translation>Сохранить их, прежде чем будет открыт файл {file}?</translation>
    </message>
    <message>
        <source>The files themselves stay where they are.</source>
        <translation>Сами файлы остаются на своих местах.</translation>
    </message>
    <message>
        <source>What was kept aside at {when}</source>
        <translation>Отложенное в {when}</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Give up reading; the table that you have stays. (Escape)</source>
        <translation>Отменить чтение; ваша таблица останется. (Esc)</translation>
    </message>
    <message>
        <source>Give up this change; everything stays as it is. (Escape)</source>
        <translation>Отказаться от изменения; всё останется как есть. (Escape)</translation>
    </message>
    <message>
        <source>How far reading is</source>
        <translation>Ход чтения</translation>
    </message>
    <message>
        <source>How much of the file has been read.</source>
        <translation>Какая часть файла прочитана.</translation>
    </message>
    <message>
        <source>Preparing {file}</source>
        <translation>Подготовка {file}</translation>
    </message>
    <message>
        <source>Reading a file</source>
        <translation>Чтение файла</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n столбец</numerusform>
            <numerusform>%n столбца</numerusform>
            <numerusform>%n столбцов</numerusform>
        </translation>
    </message>
    <message>
        <source>How {file} is read</source>
        <translation>Как читается {file}</translation>
    </message>
    <message>
        <source>Let go of everything that was fixed.</source>
        <translation>Отказаться от всего, что задано вручную.</translation>
    </message>
    <message>
        <source>Notes on the file</source>
        <translation>Замечания о файле</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Read the table</source>
        <translation>Прочитать таблицу</translation>
    </message>
    <message>
        <source>Read the whole file in this way. It is one step that can be undone.</source>
        <translation>Прочитать так весь файл. Это один шаг, который можно отменить.</translation>
    </message>
    <message>
        <source>Recognise all</source>
        <translation>Распознать всё</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Первые строки</translation>
    </message>
    <message>
        <source>The first rows as they are read now; beside each, its line in the file.</source>
        <translation>Первые строки в нынешнем прочтении; рядом с каждой — её номер в файле.</translation>
    </message>
    <message numerus="yes">
        <source>the first %n row(s)</source>
        <translation>
            <numerusform>первая %n строка</numerusform>
            <numerusform>первые %n строки</numerusform>
            <numerusform>первые %n строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>Also missing</source>
        <translation>Считать пропусками</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Другой</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Десятичный знак</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>Empty, NA, null and the like are missing anyway.</source>
        <translation>Пустое, NA, null и т. п. — пропуски всегда.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Further texts that mean a missing cell, in every column; a semicolon between two of them.</source>
        <translation>Другие тексты, означающие пропуск, в любом столбце; через точку с запятой.</translation>
    </message>
    <message>
        <source>How many lines stand above the table; a line of names is not one of them.</source>
        <translation>Сколько строк стоит над таблицей; строка с именами не в счёт.</translation>
    </message>
    <message>
        <source>How the file&apos;s bytes are letters: choose another one where letters look wrong.</source>
        <translation>Как байты файла становятся буквами: выберите другую, если буквы выглядят неверно.</translation>
    </message>
    <message>
        <source>Lines above the table</source>
        <translation>Строк над таблицей</translation>
    </message>
    <message>
        <source>Mark between thousands</source>
        <translation>Разделитель тысяч</translation>
    </message>
    <message>
        <source>Names of the columns</source>
        <translation>Имена столбцов</translation>
    </message>
    <message>
        <source>Rows of another width</source>
        <translation>Строки другой ширины</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>The text between two cells.</source>
        <translation>Текст между двумя ячейками.</translation>
    </message>
    <message>
        <source>What is done with rows that have more or fewer cells than the others.</source>
        <translation>Что делать со строками, в которых ячеек больше или меньше, чем в других.</translation>
    </message>
    <message>
        <source>What stands before the decimals of a number.</source>
        <translation>Что стоит перед дробной частью числа.</translation>
    </message>
    <message>
        <source>What stands between groups of three digits.</source>
        <translation>Что стоит между группами по три цифры.</translation>
    </message>
    <message>
        <source>What stands between two cells of a row.</source>
        <translation>Что стоит между ячейками строки.</translation>
    </message>
    <message>
        <source>Whether the first row of the table holds the names.</source>
        <translation>Есть ли имена в первой строке таблицы.</translation>
    </message>
    <message>
        <source>Which sheet of the workbook is the table.</source>
        <translation>На каком листе книги таблица.</translation>
    </message>
    <message>
        <source>another…</source>
        <translation>другой…</translation>
    </message>
    <message>
        <source>ask what to do</source>
        <translation>спросить, что делать</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>запятая  ,</translation>
    </message>
    <message>
        <source>comma  1,5</source>
        <translation>запятая  1,5</translation>
    </message>
    <message>
        <source>in the first row</source>
        <translation>в первой строке</translation>
    </message>
    <message>
        <source>leave out and list</source>
        <translation>пропустить и перечислить</translation>
    </message>
    <message>
        <source>names in the first row</source>
        <translation>имена в первой строке</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>без имён</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>none: x1, x2, …</source>
        <translation>нет: x1, x2, …</translation>
    </message>
    <message>
        <source>pipe  |</source>
        <translation>верт. черта  |</translation>
    </message>
    <message>
        <source>point  1.5</source>
        <translation>точка  1.5</translation>
    </message>
    <message>
        <source>recognise</source>
        <translation>распознать</translation>
    </message>
    <message>
        <source>recognised: {what}</source>
        <translation>распознано: {what}</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>точка с запятой  ;</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>пробелы</translation>
    </message>
    <message>
        <source>such as -999; unknown</source>
        <translation>например -999; неизвестно</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
</context>
<context>
    <name>RecipeControls</name>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Draw other points of the same kind: the next seed. The weights stay.</source>
        <translation>Создать другие такие же точки: следующее зерно. Веса остаются.</translation>
    </message>
    <message>
        <source>How many classes, 2 to 8.</source>
        <translation>Сколько классов, от 2 до 8.</translation>
    </message>
    <message>
        <source>How many points, 10 to 1,000,000.</source>
        <translation>Сколько точек, от 10 до 1 000 000.</translation>
    </message>
    <message>
        <source>How much the points are scattered. The network keeps its weights.</source>
        <translation>Насколько разбросаны точки. Сеть сохраняет свои веса.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Создать заново</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно (seed)</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>Тестовые строки</translation>
    </message>
    <message>
        <source>The share of points that no weight is learned from. Starts anew.</source>
        <translation>Доля точек, по которым веса не обучаются. Обучение начнётся заново.</translation>
    </message>
    <message>
        <source>The start of the random numbers: the same seed gives the same points.</source>
        <translation>Начало случайных чисел: то же зерно даёт те же точки.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>It is offered again at the next start.</source>
        <translation>При следующем запуске это будет предложено снова.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open it again?</source>
        <translation>Открыть её снова?</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Выбросить</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Несохранённая работа</translation>
    </message>
    <message>
        <source>fcgui ended unexpectedly. What you worked on was kept aside at {when}.</source>
        <translation>fcgui завершилась неожиданно. Ваша работа отложена в {when}.</translation>
    </message>
</context>
<context>
    <name>RowEdits</name>
    <message numerus="yes">
        <source>Leave out %n row(s)</source>
        <translation>
            <numerusform>Исключить %n строку</numerusform>
            <numerusform>Исключить %n строки</numerusform>
            <numerusform>Исключить %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n row(s) again</source>
        <translation>
            <numerusform>Вернуть %n строку</numerusform>
            <numerusform>Вернуть %n строки</numerusform>
            <numerusform>Вернуть %n строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsBar</name>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>Исключена %n строка</numerusform>
            <numerusform>Исключены %n строки</numerusform>
            <numerusform>Исключено %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>Выбрана %n строка</numerusform>
            <numerusform>Выбраны %n строки</numerusform>
            <numerusform>Выбрано %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Leave the rows out</source>
        <translation>Исключить строки</translation>
    </message>
    <message>
        <source>Neither learn from the selected rows nor test with them; they stay in the list. (Delete)</source>
        <translation>Не обучаться на выбранных строках и не проверять на них; в списке они останутся. (Delete)</translation>
    </message>
    <message>
        <source>Select rows to leave them out.</source>
        <translation>Выберите строки, чтобы исключить их.</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Take the rows in again</source>
        <translation>Вернуть строки</translation>
    </message>
    <message>
        <source>Take the selected rows in again; where none is selected, all that are left out.</source>
        <translation>Вернуть выбранные строки, а если ничего не выбрано — все исключённые.</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Delete leaves the selected rows out.</source>
        <translation>Delete исключает выбранные строки.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Строки таблицы</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Again with rate {rate}</source>
        <translation>Заново со скоростью {rate}</translation>
    </message>
    <message>
        <source>The mean loss of the training rows.</source>
        <translation>Средние потери на обучающих строках.</translation>
    </message>
    <message>
        <source>Train from the same first weights again, with a tenth of the learning rate.</source>
        <translation>Обучать снова от тех же начальных весов с десятой долей скорости обучения.</translation>
    </message>
    <message>
        <source>Training makes small the loss plus this penalty for large weights (L1, L2).</source>
        <translation>Обучение уменьшает потери плюс этот штраф за большие веса (L1, L2).</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>эпоха</translation>
    </message>
    <message>
        <source>epochs/s</source>
        <translation>эпох/с</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>точность, тест</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>потери, тест</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обуч.</translation>
    </message>
    <message>
        <source>training + penalty {penalty}</source>
        <translation>обучение + штраф {penalty}</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>потери, обуч.</translation>
    </message>
    <message>
        <source>{where} R²</source>
        <translation>R², {where}</translation>
    </message>
    <message>
        <source>{where} accuracy</source>
        <translation>точность, {where}</translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>Epochs, at most</source>
        <translation>Эпох, не больше</translation>
    </message>
    <message>
        <source>Give a number of epochs or a goal; without both, simply press Train.</source>
        <translation>Задайте число эпох или цель; без того и другого просто нажмите «Обучать».</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>How low the loss or how high the score has to be.</source>
        <translation>Насколько малы должны быть потери или велика оценка.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучать</translation>
    </message>
    <message>
        <source>Train until</source>
        <translation>Обучать до</translation>
    </message>
    <message>
        <source>Training pauses after so many epochs, if the goal is not reached before.</source>
        <translation>Обучение остановится после стольких эпох, если цель не будет достигнута раньше.</translation>
    </message>
    <message>
        <source>Training pauses at the first epoch that reaches it.</source>
        <translation>Обучение остановится на первой эпохе, достигшей цели.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>no goal</source>
        <translation>без цели</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без предела</translation>
    </message>
    <message>
        <source>test R² at least</source>
        <translation>R² на тесте не меньше</translation>
    </message>
    <message>
        <source>test accuracy at least</source>
        <translation>точность на тесте не меньше</translation>
    </message>
    <message>
        <source>test loss at most</source>
        <translation>потери на тесте не больше</translation>
    </message>
    <message>
        <source>training R² at least</source>
        <translation>R² на обучении не меньше</translation>
    </message>
    <message>
        <source>training accuracy at least</source>
        <translation>точность на обучении не меньше</translation>
    </message>
    <message>
        <source>training loss at most</source>
        <translation>потери на обучении не больше</translation>
    </message>
    <message>
        <source>validation R² at least</source>
        <translation>R² на проверке не меньше</translation>
    </message>
    <message>
        <source>validation accuracy at least</source>
        <translation>точность на проверке не меньше</translation>
    </message>
    <message>
        <source>validation loss at most</source>
        <translation>потери на проверке не больше</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Project that leaves the table in its file (*.fcgui)</source>
        <translation>Проект, оставляющий таблицу в её файле (*.fcgui)</translation>
    </message>
    <message>
        <source>Project with its table (*.fcgui)</source>
        <translation>Проект вместе с таблицей (*.fcgui)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Сохранить проект</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>Сохранено: {path}</translation>
    </message>
    <message>
        <source>{file} is there already: choose it by its whole name, or take another name.</source>
        <translation>Файл {file} уже есть: выберите его по полному имени или возьмите другое имя.</translation>
    </message>
    <message>
        <source>{file} was not saved, and is as it was. {why}</source>
        <translation>Файл {file} не сохранён, он остался прежним. {why}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n column(s) selected</source>
        <translation>
            <numerusform>выбран %n столбец</numerusform>
            <numerusform>выбрано %n столбца</numerusform>
            <numerusform>выбрано %n столбцов</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Select columns to change their kind or role.</source>
        <translation>Выберите столбцы, чтобы изменить их тип или роль.</translation>
    </message>
    <message>
        <source>What the selected columns are for.</source>
        <translation>Для чего выбранные столбцы.</translation>
    </message>
    <message>
        <source>What the selected columns are taken for.</source>
        <translation>За что приняты выбранные столбцы.</translation>
    </message>
    <message>
        <source>input</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>не использовать</translation>
    </message>
    <message>
        <source>several</source>
        <translation>несколько</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>What was frozen is free again.</source>
        <translation>Замороженное снова свободно.</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>{count} weights and biases · {dtype}</source>
        <translation>весов и смещений: {count} · {dtype}</translation>
    </message>
</context>
<context>
    <name>SortedGrid</name>
    <message>
        <source>Click a column&apos;s title to sort by it, or press S to sort by the present column.</source>
        <translation>Щелчок по заголовку столбца сортирует; клавиша S сортирует по нынешнему.</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>Choose {file}, the table of this state.</source>
        <translation>Выберите {file} — таблицу этого состояния.</translation>
    </message>
    <message>
        <source>Paste a state</source>
        <translation>вставленное состояние</translation>
    </message>
    <message>
        <source>The state is on the clipboard, as {n} characters that begin with fcgui:</source>
        <translation>Состояние в буфере обмена: {n} знаков, начинаются с fcgui:</translation>
    </message>
    <message>
        <source>The table of this state: {file}</source>
        <translation>Таблица этого состояния: {file}</translation>
    </message>
</context>
<context>
    <name>TableEdits</name>
    <message>
        <source>Balance the classes</source>
        <translation>уравнивание классов</translation>
    </message>
    <message>
        <source>Leave out {columns}</source>
        <translation>исключение столбцов: {columns}</translation>
    </message>
    <message>
        <source>Order of {column}</source>
        <translation>порядок: {column}</translation>
    </message>
    <message>
        <source>Read {table} again</source>
        <translation>новое чтение {table}</translation>
    </message>
    <message>
        <source>Scale robustly</source>
        <translation>робастный масштаб</translation>
    </message>
    <message>
        <source>{columns}: {kind}</source>
        <translation>{columns}: {kind}</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n столбец</numerusform>
            <numerusform>%n столбца</numerusform>
            <numerusform>%n столбцов</numerusform>
        </translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Columns that are shown</source>
        <translation>Показываемые столбцы</translation>
    </message>
    <message>
        <source>Everything that is known of the selected column.</source>
        <translation>Всё, что известно о выбранном столбце.</translation>
    </message>
    <message>
        <source>How many columns are shown</source>
        <translation>Сколько столбцов показано</translation>
    </message>
    <message>
        <source>Open a table to see its columns and rows here.</source>
        <translation>Откройте таблицу, чтобы увидеть здесь её столбцы и строки.</translation>
    </message>
    <message>
        <source>Parts of the table</source>
        <translation>Части таблицы</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Search a column</source>
        <translation>Найти столбец</translation>
    </message>
    <message>
        <source>Show all columns, or only those of one kind.</source>
        <translation>Показать все столбцы или только одного типа.</translation>
    </message>
    <message>
        <source>Show only the columns with this text in their name.</source>
        <translation>Показать только столбцы с этим текстом в имени.</translation>
    </message>
    <message>
        <source>The table as it was read; rows can be left out here.</source>
        <translation>Таблица, как она прочитана; здесь можно исключить строки.</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message>
        <source>Warnings and notes ({n})</source>
        <translation>Предупреждения и замечания ({n})</translation>
    </message>
    <message>
        <source>What is likely to go wrong, with its fix, and what was odd in the file.</source>
        <translation>Что может пойти не так, с исправлением, и что в файле было необычным.</translation>
    </message>
    <message>
        <source>all columns</source>
        <translation>все столбцы</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>категории</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>даты</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>исключён</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>числа</translation>
    </message>
    <message>
        <source>with missing cells</source>
        <translation>с пропусками</translation>
    </message>
    <message>
        <source>{shown} of {all} columns</source>
        <translation>столбцов {shown} из {all}</translation>
    </message>
</context>
<context>
    <name>TableRows</name>
    <message>
        <source>Line {n} of the file</source>
        <translation>Строка {n} файла</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>The row&apos;s number in the table.</source>
        <translation>Номер строки в таблице.</translation>
    </message>
    <message>
        <source>What the row is for: training, validation or test.</source>
        <translation>Для чего строка: обучение, проверка или тест.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>исключена</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>train</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>{name} (target)</source>
        <translation>{name} (цель)</translation>
    </message>
    <message>
        <source>{name}: click to sort by it and to see it above.</source>
        <translation>{name}: щелчок сортирует и показывает столбец выше.</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Automatic</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Начальные веса</translation>
    </message>
    <message>
        <source>How the first weights are drawn. Automatic: He for ReLU, Glorot otherwise.</source>
        <translation>Как берутся первые веса. Автоматически: He для ReLU, иначе Glorot.</translation>
    </message>
    <message>
        <source>How the weights are learned; each setting says what a change does.</source>
        <translation>Как выучиваются веса; у каждой настройки сказано, что делает её изменение.</translation>
    </message>
    <message>
        <source>Keep these rows out of training, so that they can say when to stop.</source>
        <translation>Эти строки не участвуют в обучении и потому могут сказать, когда остановиться.</translation>
    </message>
    <message>
        <source>Learning rate now: {rate}</source>
        <translation>Скорость обучения сейчас: {rate}</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Ещё настройки</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Формат чисел</translation>
    </message>
    <message>
        <source>Set {percent} % aside for validation</source>
        <translation>Отложить {percent} % для проверки</translation>
    </message>
    <message>
        <source>Show the settings that are rarely changed.</source>
        <translation>Показать настройки, которые редко меняют.</translation>
    </message>
    <message>
        <source>The numbers that training calculates with.</source>
        <translation>Числа, которыми считает обучение.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>float32, fast</source>
        <translation>float32, быстро</translation>
    </message>
    <message>
        <source>float64, exact</source>
        <translation>float64, точно</translation>
    </message>
</context>
<context>
    <name>TrapLine</name>
    <message>
        <source>All ({n})</source>
        <translation>Все ({n})</translation>
    </message>
    <message>
        <source>All warnings</source>
        <translation>Все предупреждения</translation>
    </message>
    <message>
        <source>All warnings, on the page Table.</source>
        <translation>Все предупреждения, на странице «Таблица».</translation>
    </message>
    <message>
        <source>Balance the classes</source>
        <translation>Уравнять классы</translation>
    </message>
    <message>
        <source>Dismiss the warning</source>
        <translation>Скрыть предупреждение</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Put it right in one step, which can be undone. Starts training anew.</source>
        <translation>Исправить одним шагом, который можно отменить. Обучение начнётся заново.</translation>
    </message>
    <message>
        <source>Scale robustly</source>
        <translation>Робастный масштаб</translation>
    </message>
    <message>
        <source>This is as it should be: do not show this warning again.</source>
        <translation>Так и должно быть: больше не показывать это предупреждение.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
</context>
<context>
    <name>TruthScatter</name>
    <message>
        <source>A point a row: on the line the prediction is right. Click one to select it.</source>
        <translation>Точка на строку: на прямой прогноз верен. Щёлкните, чтобы выбрать.</translation>
    </message>
    <message>
        <source>Predicted against true values</source>
        <translation>Прогноз и истинные значения</translation>
    </message>
    <message>
        <source>Predicted against true values will be here, once rows with a truth are shown.</source>
        <translation>Здесь будут прогнозы против истины, когда показаны строки с истиной.</translation>
    </message>
    <message>
        <source>blue: held out, grey: training</source>
        <translation>синие: отложенные, серые: обучающие</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>прогноз</translation>
    </message>
    <message>
        <source>row {n}: predicted {given}, true {truth}</source>
        <translation>строка {n}: прогноз {given}, истина {truth}</translation>
    </message>
    <message>
        <source>true</source>
        <translation>истина</translation>
    </message>
</context>
<context>
    <name>Tuning</name>
    <message>
        <source>Chosen from the training rows: L2 {l2}, batches of {batch}, {epochs} epochs.</source>
        <translation>Выбрано по обучающим строкам: L2 {l2}, батчи по {batch}, эпох: {epochs}.</translation>
    </message>
    <message>
        <source>Settings chosen from the table</source>
        <translation>Настройки подобраны по таблице</translation>
    </message>
    <message>
        <source>Trying out settings on the training rows: {percent} %. Any edit, or Train, gives it up.</source>
        <translation>Испытание настроек на обучающих строках: {percent} %. Любая правка или «Обучать» прервёт его.</translation>
    </message>
</context>
<context>
    <name>UnsavedWork</name>
    <message>
        <source>Don&apos;t save</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>The project has changes that are not saved.</source>
        <translation>В проекте есть несохранённые изменения.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Несохранённая работа</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Edit this piece: a maxout neuron is the largest of its pieces (Ctrl+Page Up, Ctrl+Page Down).</source>
        <translation>Изменять эту часть: нейрон maxout равен наибольшей из своих частей (Ctrl+Page Up, Ctrl+Page Down).</translation>
    </message>
    <message>
        <source>Freeze this weight</source>
        <translation>Заморозить этот вес</translation>
    </message>
    <message>
        <source>Piece {text}</source>
        <translation>Часть {text}</translation>
    </message>
    <message>
        <source>This is no number: type one such as -0.25, or press Escape.</source>
        <translation>Это не число: введите, например, -0.25 или нажмите Esc.</translation>
    </message>
    <message>
        <source>Training leaves a frozen weight as it is; you can still change it here.</source>
        <translation>Обучение не трогает замороженный вес; здесь его можно изменить.</translation>
    </message>
    <message>
        <source>Type a number, press Up or Down (Shift: ten times as much), or pull up or down with the mouse.</source>
        <translation>Введите число, нажимайте Вверх и Вниз (Shift: в десять раз больше) или тяните мышью вверх и вниз.</translation>
    </message>
    <message>
        <source>Value of the weight</source>
        <translation>Значение веса</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>заморожен</translation>
    </message>
    <message>
        <source>↑ ↓, pull or type · Enter keeps · Esc takes back</source>
        <translation>↑ ↓, тяните или введите · Enter сохраняет · Esc отменяет</translation>
    </message>
</context>
<context>
    <name>Viewport</name>
    <message>
        <source>Scroll the drawn network</source>
        <translation>Прокрутка рисунка сети</translation>
    </message>
    <message>
        <source>Shows the rest of the drawing.</source>
        <translation>Показывает остальную часть рисунка.</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source> (the largest of {size} under the pointer)</source>
        <translation> (наибольший из {size} под указателем)</translation>
    </message>
    <message>
        <source>, piece {n}</source>
        <translation>, часть {n}</translation>
    </message>
    <message>
        <source>Colour scale of the weights</source>
        <translation>Цветовая шкала весов</translation>
    </message>
    <message>
        <source>Compare layers on one colour scale; otherwise each has its own, written beside its name.</source>
        <translation>Сравнивать слои в одной цветовой шкале; иначе у каждого своя, она указана рядом с именем.</translation>
    </message>
    <message>
        <source>Every layer&apos;s weights will be here as a picture. Open a table to see them.</source>
        <translation>Здесь будут показаны матрицы весов всех слоёв. Откройте таблицу, чтобы их увидеть.</translation>
    </message>
    <message>
        <source>One colour scale for all layers</source>
        <translation>Одна цветовая шкала для всех слоёв</translation>
    </message>
    <message>
        <source>Rows are a layer&apos;s inputs, columns its neurons; the row below, set apart, is the bias.</source>
        <translation>Строки — входы слоя, столбцы — его нейроны; отдельная строка внизу — смещения.</translation>
    </message>
    <message>
        <source>Weights of every layer</source>
        <translation>Веса всех слоёв</translation>
    </message>
    <message>
        <source>W{layer}{piece}, from {input} to {unit}: {value}</source>
        <translation>W{layer}{piece}, {input} → {unit}: {value}</translation>
    </message>
    <message>
        <source>b{layer}{piece}, of {unit}: {value}</source>
        <translation>b{layer}{piece}, {unit}: {value}</translation>
    </message>
    <message>
        <source>input {n}</source>
        <translation>вход {n}</translation>
    </message>
    <message>
        <source>max</source>
        <translation>макс.</translation>
    </message>
    <message>
        <source>neuron {n}</source>
        <translation>нейрон {n}</translation>
    </message>
    <message>
        <source>one scale</source>
        <translation>общая шкала</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>&quot;{column}&quot; cannot be both the target and left out.</source>
        <translation>«{column}» не может быть и целью, и исключённым.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; gives the target &quot;{target}&quot; away: {reason} (in {rows} of the rows).</source>
        <translation>«{column}» выдаёт цель «{target}»: {reason} (в {rows} строк).</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; gives the target &quot;{target}&quot; away: {reason}.</source>
        <translation>«{column}» выдаёт цель «{target}»: {reason}.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; has no cells that could be dates.</source>
        <translation>в «{column}» нет ячеек, которые могли бы быть датами.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; has {n} categories: the {most} most frequent are told apart, the rest share &quot;other&quot;.</source>
        <translation>В «{column}» категорий: {n}; различаются самые частые {most}, остальные — вместе как «прочее».</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; has {n} different values; a constant has one.</source>
        <translation>В «{column}» разных значений: {n}; у константы — одно.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds a number too large for a network.</source>
        <translation>в «{column}» слишком большое для сети число.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds no numbers: squares, products and sines need some.</source>
        <translation>В «{column}» нет чисел: квадратам, произведениям и синусам они нужны.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds no numbers: there is no truth to compare with.</source>
        <translation>В «{column}» нет чисел: сравнить не с чем.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds none of the known classes: there is no truth to compare with.</source>
        <translation>В «{column}» нет ни одного известного класса: сравнить не с чем.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds numbers too large for a network.</source>
        <translation>в столбце «{column}» слишком большие для сети числа.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds numbers too large for a network: leave it out.</source>
        <translation>в «{column}» числа, слишком большие для сети: исключите этот столбец.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds text such as &quot;{value}&quot;, not numbers.</source>
        <translation>«{column}» содержит текст вроде «{value}», а не числа.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds text; a regression needs a target of numbers.</source>
        <translation>«{column}» содержит текст; для регрессии целевой столбец должен быть числовым.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds {value}, too large for a network: mend it, or leave the column out.</source>
        <translation>в «{column}» стоит {value} — слишком много для сети: исправьте число или исключите столбец.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; is an input, but looks like an identifier: {reason}.</source>
        <translation>«{column}» — вход, но похож на номер: {reason}.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; is an input, but tells nothing: {reason}.</source>
        <translation>«{column}» — вход, но ничего не говорит: {reason}.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; is missing in {n} of {rows} rows ({share}).</source>
        <translation>В «{column}» пусто в {n} из {rows} строк ({share}).</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; is the target: no input can be derived from it.</source>
        <translation>«{column}» — цель: производных входов от неё быть не может.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; is the target; choose another target before leaving it out.</source>
        <translation>«{column}» — целевой столбец; прежде чем исключить его, выберите другой.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; reaches {value}, {far} standard deviations of the others from their mean (1 more column is like that); robust scaling suits such numbers.</source>
        <translation>«{column}» доходит до {value}, это {far} отклонений остальных от их среднего (такой столбец есть ещё один); таким числам подходит робастный масштаб.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; reaches {value}, {far} standard deviations of the others from their mean ({n} more columns are like that); robust scaling suits such numbers.</source>
        <translation>«{column}» доходит до {value}, это {far} отклонений остальных от их среднего (таких столбцов ещё {n}); таким числам подходит робастный масштаб.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; reaches {value}, {far} standard deviations of the others from their mean; robust scaling suits such numbers.</source>
        <translation>«{column}» доходит до {value}, это {far} отклонений остальных от их среднего; таким числам подходит робастный масштаб.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; should hold dates, but holds &quot;{value}&quot;.</source>
        <translation>В «{column}» должны быть даты, но стоит «{value}».</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; should hold dates: {cells} counted as missing.</source>
        <translation>В «{column}» должны быть даты: {cells} сочтены пропусками.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; should hold numbers, but holds &quot;{value}&quot;.</source>
        <translation>В «{column}» должны быть числа, но стоит «{value}».</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; should hold numbers: {cells} counted as missing.</source>
        <translation>В «{column}» должны быть числа: {cells} сочтены пропусками.</translation>
    </message>
    <message>
        <source>&quot;{layer}&quot; is no layer; write its units and its activation, like &quot;100 relu&quot;.</source>
        <translation>«{layer}» — не слой; напишите число нейронов и активацию, например «100 relu».</translation>
    </message>
    <message>
        <source>&quot;{pair}&quot; in &quot;{layer}&quot; is no parameter; write it like slope=0.2.</source>
        <translation>«{pair}» в «{layer}» — не параметр; пишите его как slope=0.2.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in line {line}</source>
        <translation>«{value}» в строке {line}</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in line {line} and {n} more</source>
        <translation>«{value}» в строке {line} и ещё {n}</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in line {line}, {cells}</source>
        <translation>«{value}» в строке {line}, {cells}</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in lines {several}</source>
        <translation>«{value}» в строках {several}</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in lines {several} and {n} more</source>
        <translation>«{value}» в строках {several} и ещё {n}</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in lines {several}, {cells}</source>
        <translation>«{value}» в строках {several}, {cells}</translation>
    </message>
    <message>
        <source>-infinity</source>
        <translation>-бесконечность</translation>
    </message>
    <message>
        <source>1 broken letter (line {lines}) stands as �; the text is UTF-8 otherwise.</source>
        <translation>одна испорченная буква (строка {lines}) показана как �; в остальном текст в UTF-8.</translation>
    </message>
    <message>
        <source>1 cell of &quot;{column}&quot; holds a category that training did not know, counted as missing: {values}.</source>
        <translation>В 1 ячейке «{column}» категория, неизвестная при обучении, сочтённая пропуском: {values}.</translation>
    </message>
    <message>
        <source>1 cell of &quot;{column}&quot; holds a category that training did not know, taken for &quot;other&quot;: {values}.</source>
        <translation>В 1 ячейке «{column}» категория, неизвестная при обучении, взятая как «прочее»: {values}.</translation>
    </message>
    <message>
        <source>1 cell where the other rows have {width}</source>
        <translation>1 ячейка, а в других строках {width}</translation>
    </message>
    <message>
        <source>1 cell where the other rows have {width}.</source>
        <translation>1 ячейка, а в других строках {width}.</translation>
    </message>
    <message>
        <source>1 class has fewer than {least} rows: {classes}.</source>
        <translation>У 1 класса меньше {least} строк: {classes}.</translation>
    </message>
    <message>
        <source>1 line above the table left out (line {line}).</source>
        <translation>1 строка над таблицей пропущена (строка {line}).</translation>
    </message>
    <message>
        <source>1 row left out (line {line}): it is of another width.</source>
        <translation>1 строка пропущена (строка {line}): в ней другое число ячеек.</translation>
    </message>
    <message>
        <source>1 row left out (line {line}): it repeats the names of the columns.</source>
        <translation>1 строка пропущена (строка {line}): она повторяет имена столбцов.</translation>
    </message>
    <message>
        <source>1 row left out (line {line}): it stands below the table and has only one cell.</source>
        <translation>1 строка пропущена (строка {line}): она под таблицей и в ней одна ячейка.</translation>
    </message>
    <message>
        <source>1 row without a single value left out.</source>
        <translation>пропущена 1 строка без единого значения.</translation>
    </message>
    <message>
        <source>1 zero byte (line {lines}) counted as blanks.</source>
        <translation>один нулевой байт (строка {lines}) считается пробелом.</translation>
    </message>
    <message>
        <source>1.0507 (z if z &gt;= 0, else 1.6733 (e^z - 1))</source>
        <translation>1.0507 (z при z &gt;= 0, иначе 1.6733 (e^z - 1))</translation>
    </message>
    <message>
        <source>1797 digits written by 13 people, each a picture of 8 x 8 pixels with 17 grey levels. Ten classes.</source>
        <translation>1797 цифр, написанных 13 людьми; каждая — картинка 8 x 8 точек с 17 уровнями серого. Десять классов.</translation>
    </message>
    <message>
        <source>A ReLU output is never negative, but the scaled target is: identity reaches every number.</source>
        <translation>Выход ReLU не бывает отрицательным, а масштабированная цель бывает: линейный выход даёт любое число.</translation>
    </message>
    <message>
        <source>A ReLU that lets a little of the negative side through, so that no neuron dies.</source>
        <translation>ReLU, которая немного пропускает и отрицательные числа, чтобы нейроны не «умирали».</translation>
    </message>
    <message>
        <source>A ReLU with a smooth negative side that levels off at -alpha.</source>
        <translation>ReLU с гладкой отрицательной частью, которая стремится к -alpha.</translation>
    </message>
    <message>
        <source>A classification needs at least two classes.</source>
        <translation>Для классификации нужно хотя бы два класса.</translation>
    </message>
    <message>
        <source>A goal must be a number, and for an accuracy or R^2 at most 1.</source>
        <translation>Цель должна быть числом, а для точности и R^2 — не больше 1.</translation>
    </message>
    <message>
        <source>A good alternative in hidden layers.</source>
        <translation>Хорошая альтернатива sigmoid в скрытых слоях.</translation>
    </message>
    <message>
        <source>A high wave with low ones on both sides: y = sin(pi x) / (pi x).</source>
        <translation>Высокая волна, по бокам низкие: y = sin(pi x) / (pi x).</translation>
    </message>
    <message>
        <source>A jump from -1 to 1 at zero.</source>
        <translation>Скачок от -1 к 1 в нуле.</translation>
    </message>
    <message>
        <source>A kink at zero: y = |x|.</source>
        <translation>Излом в нуле: y = |x|.</translation>
    </message>
    <message>
        <source>A layer with {activation} cannot be trained: its derivative is zero everywhere, so no gradient says which way the weights should go; set its weights by hand, or use tanh instead.</source>
        <translation>Слой с {activation} нельзя обучить: производная везде равна нулю, и градиент не показывает, куда менять веса; задайте веса вручную или возьмите tanh.</translation>
    </message>
    <message>
        <source>A line, for linear regression: y = 0.5 x + 1.</source>
        <translation>Прямая, для линейной регрессии: y = 0.5 x + 1.</translation>
    </message>
    <message>
        <source>A network may have up to {most} layers, not {n}.</source>
        <translation>В сети может быть не больше {most} слоёв, а не {n}.</translation>
    </message>
    <message>
        <source>A network may have up to {most} layers.</source>
        <translation>В сети может быть не больше {most} слоёв.</translation>
    </message>
    <message>
        <source>A part of this file is damaged.</source>
        <translation>Часть этого файла повреждена.</translation>
    </message>
    <message>
        <source>A part of this file is larger than it can be.</source>
        <translation>Часть этого файла больше, чем может быть.</translation>
    </message>
    <message>
        <source>A sigmoid output stays between 0 and 1, but the scaled target does not: identity reaches every number.</source>
        <translation>Выход sigmoid остаётся между 0 и 1, а масштабированная цель — нет: линейный выход даёт любое число.</translation>
    </message>
    <message>
        <source>A slow wave and a quick one: y = sin x + 0.5 sin 3x.</source>
        <translation>Медленная и быстрая волны: y = sin x + 0.5 sin 3x.</translation>
    </message>
    <message>
        <source>A small number that keeps a division from one by zero.</source>
        <translation>Малое число, которое не даёт делить на ноль.</translation>
    </message>
    <message>
        <source>A smooth ReLU that dips below zero, used in transformers (the tanh approximation).</source>
        <translation>Гладкая ReLU с провалом ниже нуля, применяется в трансформерах (приближение через tanh).</translation>
    </message>
    <message>
        <source>A smooth ReLU; its derivative is the sigmoid.</source>
        <translation>Гладкая ReLU; её производная — сигмоида.</translation>
    </message>
    <message>
        <source>A softplus output is never negative, but the scaled target is: identity reaches every number.</source>
        <translation>Выход softplus не бывает отрицательным, а масштабированная цель бывает: линейный выход даёт любое число.</translation>
    </message>
    <message>
        <source>A tanh output stays between -1 and 1, but the scaled target does not: identity reaches every number.</source>
        <translation>Выход tanh остаётся между -1 и 1, а масштабированная цель — нет: линейный выход даёт любое число.</translation>
    </message>
    <message>
        <source>A wave: y = sin x.</source>
        <translation>Волна: y = sin x.</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>Модуль</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam that also shrinks every weight a little at each step.</source>
        <translation>Adam, который на каждом шаге ещё и немного уменьшает каждый вес.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adds l1 times the sum of |W| to the loss: pushes weights to exactly zero.</source>
        <translation>Прибавляет к функции потерь l1, умноженное на сумму |W|: прижимает веса точно к нулю.</translation>
    </message>
    <message>
        <source>Adds l2/2 times the sum of W^2 to the loss: keeps weights small.</source>
        <translation>Прибавляет к функции потерь l2/2, умноженное на сумму W^2: удерживает веса малыми.</translation>
    </message>
    <message>
        <source>After how many epochs without a better loss (on the validation rows, else on the test rows) training stops.</source>
        <translation>Через сколько эпох без улучшения потерь (на проверочных строках, иначе на тестовых) обучение остановится.</translation>
    </message>
    <message>
        <source>All neurons of a layer stay alike: shows why weights start at random.</source>
        <translation>Все нейроны слоя остаются одинаковыми: видно, зачем начинать со случайных весов.</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>An ELU with constants that keep mean 0 and variance 1 from layer to layer.</source>
        <translation>ELU с константами, которые сохраняют среднее 0 и дисперсию 1 от слоя к слою.</translation>
    </message>
    <message>
        <source>An alternative to ReLU in hidden layers of deep nets.</source>
        <translation>Альтернатива ReLU в скрытых слоях глубоких сетей.</translation>
    </message>
    <message>
        <source>An alternative to ReLU in hidden layers.</source>
        <translation>Альтернатива ReLU в скрытых слоях.</translation>
    </message>
    <message>
        <source>An alternative to ReLU in hidden layers; as an output, for numbers that are never negative.</source>
        <translation>Альтернатива ReLU в скрытых слоях; на выходе — для чисел, которые не бывают отрицательными.</translation>
    </message>
    <message>
        <source>An alternative to ReLU when neurons die; all hidden layers usually share one activation.</source>
        <translation>Альтернатива ReLU, если нейроны «умирают»; обычно во всех скрытых слоях одна функция активации.</translation>
    </message>
    <message>
        <source>An output of {n} units tells {most} classes apart; the targets have more.</source>
        <translation>Выход из {n} нейронов различает классов: {most}; в целях их больше.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Размер батча</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>Бинарная кросс-энтропия</translation>
    </message>
    <message>
        <source>Binary cross-entropy needs outputs that are probabilities, and {activation} gives other numbers; use a sigmoid or softmax output, or the loss mse.</source>
        <translation>Бинарной кросс-энтропии нужны вероятности на выходе, а {activation} даёт другие числа; возьмите на выходе sigmoid или softmax либо функцию потерь mse.</translation>
    </message>
    <message>
        <source>Breast cancer, Wisconsin</source>
        <translation>Рак груди</translation>
    </message>
    <message>
        <source>CC BY 4.0</source>
        <translation>CC BY 4.0</translation>
    </message>
    <message>
        <source>CC0 1.0</source>
        <translation>CC0 1.0</translation>
    </message>
    <message>
        <source>Categorical cross-entropy</source>
        <translation>Кросс-энтропия</translation>
    </message>
    <message>
        <source>Categorical cross-entropy needs outputs that are probabilities, and {activation} gives other numbers; use a sigmoid or softmax output, or the loss mse.</source>
        <translation>Кросс-энтропии нужны вероятности на выходе, а {activation} даёт другие числа; возьмите на выходе sigmoid или softmax либо функцию потерь mse.</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Шахматы</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Круг</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>Облака</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Постоянная</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>По косинусу</translation>
    </message>
    <message>
        <source>Cubic</source>
        <translation>Кубическая</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>Множитель</translation>
    </message>
    <message>
        <source>Decay epochs</source>
        <translation>Период, эпох</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Отсев (dropout)</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Each class gets a probability of its own, and they need not sum to 1: softmax shares out one whole.</source>
        <translation>У каждого класса своя вероятность, и сумма не обязана быть 1: softmax делит между классами единицу.</translation>
    </message>
    <message>
        <source>Each class is a cloud of points; their centres lie on a circle.</source>
        <translation>Каждый класс — облако точек; их центры лежат на окружности.</translation>
    </message>
    <message>
        <source>Each class is a ring around the one before.</source>
        <translation>Каждый класс — кольцо вокруг предыдущего.</translation>
    </message>
    <message>
        <source>Each class is an arm of one spiral.</source>
        <translation>Каждый класс — рукав одной спирали.</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Ранняя остановка</translation>
    </message>
    <message>
        <source>Early stopping looks at the test rows, as there are none for validation: their score then flatters the network.</source>
        <translation>Ранняя остановка смотрит на тестовые строки, ведь проверочных нет: оценка на тесте тогда льстит сети.</translation>
    </message>
    <message>
        <source>Epoch {epoch} reached the goal.</source>
        <translation>Цель достигнута на эпохе {epoch}.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Every T epochs the rate is multiplied by r.</source>
        <translation>Каждые T эпох скорость умножается на r.</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>Функция XOR</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Экспонента</translation>
    </message>
    <message>
        <source>For deep nets of nothing but SELU layers.</source>
        <translation>Для глубоких сетей, в которых все слои — SELU.</translation>
    </message>
    <message>
        <source>For networks set by hand: its gradient is zero everywhere, so it cannot be trained.</source>
        <translation>Для сетей, заданных вручную: градиент везде равен нулю, поэтому обучить её нельзя.</translation>
    </message>
    <message>
        <source>For one class out of several: minus the logarithm of the right class&apos;s probability.</source>
        <translation>Для одного класса из нескольких: минус логарифм вероятности верного класса.</translation>
    </message>
    <message>
        <source>For regression: the squared distance between output and answer.</source>
        <translation>Для регрессии: квадрат расстояния между прогнозом и ответом.</translation>
    </message>
    <message>
        <source>For two classes, or several yes-or-no outputs: how surprised the outputs are by the answers.</source>
        <translation>Для двух классов или нескольких выходов «да — нет»: насколько ответы неожиданны для сети.</translation>
    </message>
    <message>
        <source>Fuel consumption of 398 cars of 1970 to 1982. A regression with a category, a free text and six missing cells.</source>
        <translation>Расход топлива 398 машин 1970–1982 годов. Регрессия с категорией, свободным текстом и шестью пропусками.</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gives every weight its own rate, by the size of its past gradients.</source>
        <translation>У каждого веса своя скорость, по величине его прошлых градиентов.</translation>
    </message>
    <message>
        <source>Glorot normal</source>
        <translation>Glorot, нормальное</translation>
    </message>
    <message>
        <source>Glorot uniform</source>
        <translation>Glorot, равномерное</translation>
    </message>
    <message>
        <source>Glorot&apos;s variance with a normal distribution.</source>
        <translation>Дисперсия Glorot с нормальным распределением.</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Градиентный спуск</translation>
    </message>
    <message>
        <source>Handwritten digits, 8 x 8</source>
        <translation>Цифры 8 x 8</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He, нормальное</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He, равномерное</translation>
    </message>
    <message>
        <source>He&apos;s variance with a normal distribution.</source>
        <translation>Дисперсия He с нормальным распределением.</translation>
    </message>
    <message>
        <source>Hills and hollows</source>
        <translation>Холмы и ямы</translation>
    </message>
    <message>
        <source>How far a step goes: too small learns slowly, too large diverges.</source>
        <translation>Длина шага: при малой обучение медленное, при большой расходится.</translation>
    </message>
    <message>
        <source>How far below zero it levels off.</source>
        <translation>На какой глубине ниже нуля функция выравнивается.</translation>
    </message>
    <message>
        <source>How many linear pieces compete.</source>
        <translation>Из скольких линейных функций выбирается наибольшая.</translation>
    </message>
    <message>
        <source>How many rows one step looks at.</source>
        <translation>Сколько строк берётся на один шаг.</translation>
    </message>
    <message>
        <source>How much of the last step is kept.</source>
        <translation>Какая доля прошлого шага сохраняется.</translation>
    </message>
    <message>
        <source>How slowly Adam&apos;s mean of the gradients forgets.</source>
        <translation>Как медленно среднее градиентов в Adam забывает прошлое.</translation>
    </message>
    <message>
        <source>How slowly Adam&apos;s mean of the squared gradients forgets.</source>
        <translation>Как медленно среднее квадратов градиентов в Adam забывает прошлое.</translation>
    </message>
    <message>
        <source>How slowly the mean of the squared gradients forgets.</source>
        <translation>Как медленно среднее квадратов градиентов забывает прошлое.</translation>
    </message>
    <message>
        <source>How the gradient becomes a change of the weights.</source>
        <translation>Как градиент превращается в изменение весов.</translation>
    </message>
    <message>
        <source>How the learning rate changes from epoch to epoch.</source>
        <translation>Как скорость обучения меняется от эпохи к эпохе.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Линейная</translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation>1 / время</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>Ирисы</translation>
    </message>
    <message>
        <source>Italian wines</source>
        <translation>Вина Италии</translation>
    </message>
    <message>
        <source>Keeps rolling in the direction of the past gradients.</source>
        <translation>Продолжает катиться в направлении прошлых градиентов.</translation>
    </message>
    <message>
        <source>Keeps the variance both forwards and backwards; for sigmoid, tanh, softmax and identity.</source>
        <translation>Сохраняет дисперсию и на прямом, и на обратном проходе; для sigmoid, tanh, softmax и линейной.</translation>
    </message>
    <message>
        <source>Keeps the variance of the forward pass.</source>
        <translation>Сохраняет дисперсию на прямом проходе.</translation>
    </message>
    <message>
        <source>Keeps the variance of the forward pass; SELU needs it.</source>
        <translation>Сохраняет дисперсию на прямом проходе; нужно для SELU.</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1-штраф</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2-штраф</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun, нормальное</translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation>LeCun, равномерное</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Learns its own shape in hidden layers, at the price of several times the weights.</source>
        <translation>Сама выучивает свою форму в скрытых слоях, но весов нужно в несколько раз больше.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Makes up for the half that a ReLU cuts off; for the ReLU family.</source>
        <translation>Возмещает половину, которую отсекает ReLU; для семейства ReLU.</translation>
    </message>
    <message>
        <source>Maxout</source>
        <translation>Maxout</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Квадратичная ошибка</translation>
    </message>
    <message>
        <source>Measurements of 344 penguins of three species, with text columns and missing cells. Also a regression: fcgui train penguins --target body_mass_g.</source>
        <translation>Измерения 344 пингвинов Палмера трёх видов, с текстовыми столбцами и пропусками. Также регрессия: fcgui train penguins --target body_mass_g.</translation>
    </message>
    <message>
        <source>Memory (rho)</source>
        <translation>Память (rho)</translation>
    </message>
    <message>
        <source>Miles per gallon of cars</source>
        <translation>Расход топлива</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Импульс</translation>
    </message>
    <message>
        <source>Momentum and a rate for every weight: a good first choice.</source>
        <translation>Импульс и своя скорость у каждого веса: с него хорошо начинать.</translation>
    </message>
    <message>
        <source>Momentum that looks one step ahead.</source>
        <translation>Импульс, который смотрит на шаг вперёд.</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Импульс Нестерова</translation>
    </message>
    <message>
        <source>One class lies inside, the other in a ring around it.</source>
        <translation>Один класс внутри, другой — кольцом вокруг него.</translation>
    </message>
    <message>
        <source>One hill and one hollow: y = x (x - 4) (x + 5) / 20.</source>
        <translation>Один холм и одна яма: y = x (x - 4) (x + 5) / 20.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Оптимизатор</translation>
    </message>
    <message>
        <source>Other points, the same network: it keeps its weights.</source>
        <translation>Другие точки, та же сеть: её веса остаются.</translation>
    </message>
    <message>
        <source>Palmer penguins</source>
        <translation>Пингвины</translation>
    </message>
    <message>
        <source>Parabola</source>
        <translation>Парабола</translation>
    </message>
    <message>
        <source>Passes positive numbers and stops negative ones.</source>
        <translation>Пропускает положительные числа и обнуляет отрицательные.</translation>
    </message>
    <message>
        <source>Passes the weighted sum on as it is.</source>
        <translation>Передаёт взвешенную сумму без изменений.</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Части</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Плоскость</translation>
    </message>
    <message>
        <source>Public domain: a table of measurements published in 1936</source>
        <translation>Общественное достояние: таблица измерений, изданная в 1936 году</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>Кольца</translation>
    </message>
    <message>
        <source>Ripples</source>
        <translation>Рябь</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>Says on which side of a line a point lies.</source>
        <translation>Говорит, по какую сторону прямой лежит точка.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно (seed)</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Sinc</source>
        <translation>Sinc</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Синус</translation>
    </message>
    <message>
        <source>Sixteen squares that take turns.</source>
        <translation>Шестнадцать клеток, через одну.</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Наклон</translation>
    </message>
    <message>
        <source>Small numbers whatever the layer&apos;s size: shows what the other rules are good for.</source>
        <translation>Малые числа при любом размере слоя: видно, для чего нужны другие правила.</translation>
    </message>
    <message>
        <source>Small uniform</source>
        <translation>Малые, равномерное</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softmax over a single output is always 1: identity reaches every number.</source>
        <translation>Softmax одного выхода всегда равен 1: линейный выход даёт любое число.</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>Спираль</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>Спирали</translation>
    </message>
    <message>
        <source>Squeezes any number into (-1, 1), centred on zero.</source>
        <translation>Сжимает любое число в (-1, 1) с центром в нуле.</translation>
    </message>
    <message>
        <source>Squeezes any number into (0, 1), so that it reads as a probability.</source>
        <translation>Сжимает любое число в (0, 1), так что его можно читать как вероятность.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Ступенями</translation>
    </message>
    <message>
        <source>Step function</source>
        <translation>Ступенька</translation>
    </message>
    <message>
        <source>Stopped after epoch {epoch}: the test loss has not improved for {patience} epochs. The weights of epoch {best} are back.</source>
        <translation>Остановлено на эпохе {epoch}: потери на тесте не уменьшались (эпох: {patience}). Возвращены веса эпохи {best}.</translation>
    </message>
    <message>
        <source>Stopped after epoch {epoch}: the training loss has not improved for {patience} epochs. The weights of epoch {best} are back.</source>
        <translation>Остановлено на эпохе {epoch}: потери на обучении не уменьшались (эпох: {patience}). Возвращены веса эпохи {best}.</translation>
    </message>
    <message>
        <source>Stopped after epoch {epoch}: the validation loss has not improved for {patience} epochs. The weights of epoch {best} are back.</source>
        <translation>Остановлено на эпохе {epoch}: потери на проверке не уменьшались (эпох: {patience}). Возвращены веса эпохи {best}.</translation>
    </message>
    <message>
        <source>Straight border</source>
        <translation>Прямая граница</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Прямая</translation>
    </message>
    <message>
        <source>Swish</source>
        <translation>Swish</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>The activation {name} has no parameter {parameter}; it has {others}.</source>
        <translation>У активации {name} нет параметра {parameter}; есть: {others}.</translation>
    </message>
    <message>
        <source>The changed network answers as before and goes on from there.</source>
        <translation>Изменённая сеть отвечает как прежде и продолжает с этого места.</translation>
    </message>
    <message>
        <source>The largest of several linear functions, each with weights of its own.</source>
        <translation>Наибольшая из нескольких линейных функций, у каждой свои веса.</translation>
    </message>
    <message>
        <source>The lecture&apos;s example (L12): four measurements of 150 flowers, 50 of each of three species. One species stands apart, the other two overlap. These are the values of Fisher&apos;s own paper; the copy in the UCI repository differs from it in flowers 35 and 38.</source>
        <translation>Пример из лекции (L12): четыре измерения 150 цветков, по 50 каждого из трёх видов. Один вид стоит отдельно, два других перекрываются. Это значения из статьи самого Фишера; копия в хранилище UCI отличается от неё в цветках 35 и 38.</translation>
    </message>
    <message>
        <source>The lecture&apos;s linear regression: y = x1 - 2 x2 + 0.5 x3 + 1.</source>
        <translation>Линейная регрессия из лекции: y = x1 - 2 x2 + 0.5 x3 + 1.</translation>
    </message>
    <message>
        <source>The lecture&apos;s own: a step against the gradient of a mini-batch, or of all rows (batch: full).</source>
        <translation>Из лекции: шаг против градиента мини-батча или всей выборки (батч: вся).</translation>
    </message>
    <message>
        <source>The lecture&apos;s wedge</source>
        <translation>Клин из лекции</translation>
    </message>
    <message>
        <source>The loss {loss} behind softmax needs targets that sum to 1 in every row.</source>
        <translation>Функции потерь {loss} после softmax нужны ответы, сумма которых в каждой строке равна 1.</translation>
    </message>
    <message>
        <source>The loss {loss} does not fit this output and task: choose another loss.</source>
        <translation>Функция потерь {loss} не подходит этому выходу и задаче: выберите другую.</translation>
    </message>
    <message>
        <source>The loss {loss} needs targets between 0 and 1.</source>
        <translation>Функции потерь {loss} нужны ответы от 0 до 1.</translation>
    </message>
    <message>
        <source>The most used in hidden layers, and the one for deep nets.</source>
        <translation>Самая популярная в скрытых слоях; подходит для глубоких сетей.</translation>
    </message>
    <message>
        <source>The names of the columns and categories are too long for a weights file: shorten them in the table.</source>
        <translation>Названия столбцов и категорий слишком длинны для файла весов: сократите их в таблице.</translation>
    </message>
    <message>
        <source>The network has {inputs} inputs, but the data has {features} features.</source>
        <translation>У сети входов: {inputs}, а признаков в данных: {features}.</translation>
    </message>
    <message>
        <source>The network has {outputs} outputs, but the data needs {needed}.</source>
        <translation>У сети выходов: {outputs}, а данным нужно: {needed}.</translation>
    </message>
    <message>
        <source>The noise must be between {low} and {high}, not {value}.</source>
        <translation>Шум должен быть от {low} до {high}, а не {value}.</translation>
    </message>
    <message>
        <source>The number of classes must be a whole number, not {value}.</source>
        <translation>Число классов должно быть целым, а не {value}.</translation>
    </message>
    <message>
        <source>The number of classes must be between {low} and {high}, not {value}.</source>
        <translation>Число классов должно быть от {low} до {high}, а не {value}.</translation>
    </message>
    <message>
        <source>The number of points must be a whole number, not {value}.</source>
        <translation>Число точек должно быть целым, а не {value}.</translation>
    </message>
    <message>
        <source>The number of points must be between {low} and {high}, not {value}.</source>
        <translation>Число точек должно быть от {low} до {high}, а не {value}.</translation>
    </message>
    <message>
        <source>The number of units of a layer must be between {low} and {high}, not {n}.</source>
        <translation>Число нейронов слоя должно быть от {low} до {high}, а не {n}.</translation>
    </message>
    <message>
        <source>The points could not be made because of an error in the program: {what}</source>
        <translation>Точки не удалось создать из-за ошибки в программе: {what}</translation>
    </message>
    <message>
        <source>The preparation of the data in this file is damaged.</source>
        <translation>Сведения о подготовке данных в этом файле повреждены.</translation>
    </message>
    <message>
        <source>The product: positive where both columns have the same sign.</source>
        <translation>Произведение: положительно там, где знаки столбцов одинаковы.</translation>
    </message>
    <message>
        <source>The rate falls like one over the time.</source>
        <translation>Скорость убывает обратно пропорционально времени.</translation>
    </message>
    <message>
        <source>The rate falls to 0 at epoch T along a cosine.</source>
        <translation>Скорость убывает по косинусу до 0 к эпохе T.</translation>
    </message>
    <message>
        <source>The rate shrinks smoothly, by r in T epochs.</source>
        <translation>Скорость убывает плавно, в r раз за T эпох.</translation>
    </message>
    <message>
        <source>The rate stays as it is.</source>
        <translation>Скорость не меняется.</translation>
    </message>
    <message>
        <source>The recipe of the generated points in this file is damaged.</source>
        <translation>Рецепт созданных точек в этом файле повреждён.</translation>
    </message>
    <message>
        <source>The region that the lecture&apos;s network cuts out by hand.</source>
        <translation>Область, которую сеть из лекции вырезает вручную.</translation>
    </message>
    <message>
        <source>The schedule&apos;s factor: what the rate is multiplied by, or how fast it falls.</source>
        <translation>Множитель расписания: на что умножается скорость или как быстро она убывает.</translation>
    </message>
    <message>
        <source>The schedule&apos;s length in epochs.</source>
        <translation>Длина расписания в эпохах.</translation>
    </message>
    <message>
        <source>The seed of the points must be a whole number, not {value}.</source>
        <translation>Зерно точек должно быть целым, а не {value}.</translation>
    </message>
    <message>
        <source>The seed of the points must be between {low} and {high}, not {value}.</source>
        <translation>Зерно точек должно быть от {low} до {high}, а не {value}.</translation>
    </message>
    <message>
        <source>The sine of the raw value, in radians.</source>
        <translation>Синус исходного значения, в радианах.</translation>
    </message>
    <message>
        <source>The slope for negative z.</source>
        <translation>Наклон при отрицательных z.</translation>
    </message>
    <message>
        <source>The square: one neuron can then bend its border.</source>
        <translation>Квадрат: тогда и один нейрон изогнёт свою границу.</translation>
    </message>
    <message>
        <source>The state of the training could not be given out ({what}).</source>
        <translation>Не удалось получить состояние обучения ({what}).</translation>
    </message>
    <message>
        <source>The state of the training could not be given out.</source>
        <translation>Не удалось получить состояние обучения.</translation>
    </message>
    <message>
        <source>The table in this file is damaged.</source>
        <translation>Таблица в этом файле повреждена.</translation>
    </message>
    <message>
        <source>The table {name} has no file of its own: save the project with its table.</source>
        <translation>У таблицы {name} нет своего файла: сохраните проект вместе с таблицей.</translation>
    </message>
    <message>
        <source>The training in this file belongs to another network.</source>
        <translation>Обучение в этом файле — от другой сети.</translation>
    </message>
    <message>
        <source>The training in this file is damaged: the network begins anew.</source>
        <translation>Обучение в этом файле повреждено: сеть начинает заново.</translation>
    </message>
    <message>
        <source>The usual output for regression; in hidden layers it adds nothing: linear maps collapse into one.</source>
        <translation>Обычный выход для регрессии; в скрытых слоях бесполезна: линейные слои сводятся к одному.</translation>
    </message>
    <message>
        <source>The usual output for three and more classes; rarely of use in a hidden layer.</source>
        <translation>Обычный выход для трёх и более классов; в скрытом слое редко полезна.</translation>
    </message>
    <message>
        <source>The usual output for two classes; as a hidden layer only in nets of one or two layers.</source>
        <translation>Обычный выход для двух классов; в скрытых слоях — только если в сети 1–2 слоя.</translation>
    </message>
    <message>
        <source>The value rises steadily from one corner to the other.</source>
        <translation>Значение ровно растёт от одного угла к другому.</translation>
    </message>
    <message>
        <source>There is no activation called {name}; did you mean {near}?</source>
        <translation>Нет активации {name}; может быть, {near}?</translation>
    </message>
    <message>
        <source>There is no network to train: the last change could not be carried out.</source>
        <translation>Обучать нечего: последнее изменение не удалось выполнить.</translation>
    </message>
    <message>
        <source>There is not enough memory for another copy of the training.</source>
        <translation>Не хватает памяти для ещё одной копии обучения.</translation>
    </message>
    <message>
        <source>There is not enough memory for so many points.</source>
        <translation>Не хватает памяти для стольких точек.</translation>
    </message>
    <message>
        <source>There is not enough memory for the predictions of this table.</source>
        <translation>Не хватает памяти для прогнозов по этой таблице.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network and table: use fewer units or rows.</source>
        <translation>Для этой сети и таблицы не хватает памяти: возьмите меньше нейронов или строк.</translation>
    </message>
    <message>
        <source>There is not enough memory for this table.</source>
        <translation>Для этой таблицы не хватает памяти.</translation>
    </message>
    <message>
        <source>These weights were trained on a table with the columns {columns} and the target {target}: open that table first, then import the weights.</source>
        <translation>Эти веса обучены на таблице со столбцами {columns} и целевым столбцом {target}: сначала откройте её, затем импортируйте веса.</translation>
    </message>
    <message>
        <source>Thirteen chemical measurements of 178 wines grown by three growers in one region of Italy. The columns differ a thousandfold in size: try it with scaling switched off.</source>
        <translation>Тринадцать химических измерений 178 вин трёх производителей одной области Италии. Столбцы различаются по величине в тысячу раз: попробуйте выключить масштаб.</translation>
    </message>
    <message>
        <source>Thirty measurements of cell nuclei in pictures of 569 breast masses, and whether the mass was malignant. Two classes: one sigmoid unit is enough at the output. Not for medical use.</source>
        <translation>Тридцать измерений ядер клеток на снимках 569 образований молочной железы, и было ли образование злокачественным. Два класса: на выходе достаточно одного сигмоидного нейрона. Не для медицинского применения.</translation>
    </message>
    <message>
        <source>This could not be done because of an error in the program: {what}</source>
        <translation>Это не удалось из-за ошибки в программе: {what}</translation>
    </message>
    <message>
        <source>This file contradicts itself: its arrays and its spec do not agree.</source>
        <translation>Файл противоречит сам себе: массивы не соответствуют описанию сети.</translation>
    </message>
    <message>
        <source>This is too much for a line of text: save it as a project file instead.</source>
        <translation>Для строки текста это слишком много: сохраните файл проекта.</translation>
    </message>
    <message>
        <source>This network has {n} weights; up to {most} are possible: make its widest layers narrower.</source>
        <translation>В этой сети весов: {n}, а возможно не больше {most}: уменьшите самые широкие слои.</translation>
    </message>
    <message>
        <source>This output is no probability: sigmoid for two classes, or softmax for more, gives one for each class.</source>
        <translation>Этот выход — не вероятность: для двух классов её даёт sigmoid, для большего числа — softmax.</translation>
    </message>
    <message>
        <source>This table is too large for a project file: let the project leave it in its own file.</source>
        <translation>Эта таблица слишком велика для файла проекта: оставьте её в собственном файле.</translation>
    </message>
    <message>
        <source>This text is damaged or cut off: copy it again as a whole.</source>
        <translation>Этот текст повреждён или обрезан: скопируйте его снова целиком.</translation>
    </message>
    <message>
        <source>This text is no state of fcgui: those begin with {mark}</source>
        <translation>Этот текст — не состояние fcgui: те начинаются с {mark}</translation>
    </message>
    <message>
        <source>This text was made by a newer version of fcgui.</source>
        <translation>Этот текст создан более новой версией fcgui.</translation>
    </message>
    <message>
        <source>This text was made by another version of fcgui.</source>
        <translation>Этот текст создан другой версией fcgui.</translation>
    </message>
    <message>
        <source>Three hills and three hollows in a flat country.</source>
        <translation>Три холма и три ямы на равнине.</translation>
    </message>
    <message>
        <source>Three inputs</source>
        <translation>Три входа</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}, step {step}: the gradient became too large for the numbers. The weights are those before that step: reset them, then try a lower learning rate than {rate}.</source>
        <translation>Обучение разошлось на эпохе {epoch}, шаг {step}: градиент стал слишком большим. Веса остались такими, как до этого шага: сбросьте их и попробуйте скорость обучения меньше {rate}.</translation>
    </message>
    <message>
        <source>Training stopped because of an error in the program: {what}</source>
        <translation>Обучение остановлено из-за ошибки в программе: {what}</translation>
    </message>
    <message>
        <source>Turns the layer&apos;s numbers into probabilities that sum to 1.</source>
        <translation>Превращает числа слоя в вероятности с суммой 1.</translation>
    </message>
    <message>
        <source>Two arms wind around each other: a hard one.</source>
        <translation>Два рукава обвивают друг друга: трудный набор.</translation>
    </message>
    <message>
        <source>Two classes on both sides of a straight line, with a gap.</source>
        <translation>Два класса по обе стороны прямой, с промежутком.</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>Два облака</translation>
    </message>
    <message>
        <source>Two clouds of points that a line can tell apart.</source>
        <translation>Два облака точек, которые разделит прямая.</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other.</source>
        <translation>Два полукруга, которые заходят друг в друга.</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>Две луны</translation>
    </message>
    <message>
        <source>Two opposite quarters of the plane belong together.</source>
        <translation>Исключающее ИЛИ: две противоположные четверти плоскости — один класс.</translation>
    </message>
    <message>
        <source>Two waves</source>
        <translation>Две волны</translation>
    </message>
    <message>
        <source>Waves along both directions.</source>
        <translation>Волны по обоим направлениям.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Затухание весов</translation>
    </message>
    <message>
        <source>What share of every weight, times the learning rate, is taken off at each step.</source>
        <translation>Какая доля каждого веса, умноженная на скорость обучения, отнимается на каждом шаге.</translation>
    </message>
    <message>
        <source>What share of the hidden neurons is switched off at random in each step; all of them answer afterwards.</source>
        <translation>Какая доля скрытых нейронов выключается случайно на каждом шаге; потом отвечают все.</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>То, что обучение уменьшает.</translation>
    </message>
    <message>
        <source>What was learned is kept but for the weights into layer {layers}: they are new.</source>
        <translation>Выученное сохранено, кроме весов в слой {layers}: они новые.</translation>
    </message>
    <message>
        <source>What was learned is kept but for the weights into layers {layers}: they are new.</source>
        <translation>Выученное сохранено, кроме весов в слои {layers}: они новые.</translation>
    </message>
    <message>
        <source>What was learned is kept: the weights into layer {layers} were fitted to it.</source>
        <translation>Выученное сохранено: веса в слой {layers} подогнаны под него.</translation>
    </message>
    <message>
        <source>What was learned is kept: the weights into layers {layers} were fitted to it.</source>
        <translation>Выученное сохранено: веса в слои {layers} подогнаны под него.</translation>
    </message>
    <message>
        <source>What was learned is kept; what went with the change is gone.</source>
        <translation>Выученное сохранено; пропало то, что ушло с изменением.</translation>
    </message>
    <message>
        <source>Where the random numbers start: the same seed gives the same run.</source>
        <translation>Начало случайных чисел: с тем же зерном обучение повторяется в точности.</translation>
    </message>
    <message>
        <source>With squared error an output that is wrong and certain learns slowly: its slope is flat. Cross-entropy does not.</source>
        <translation>С квадратичной ошибкой выход, уверенный в неверном, учится медленно: наклон мал. С кросс-энтропией — нет.</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Нули</translation>
    </message>
    <message>
        <source>a JSON file; save the table as CSV first</source>
        <translation>файл JSON; сначала сохраните таблицу в CSV</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>массив NumPy</translation>
    </message>
    <message>
        <source>a PDF file</source>
        <translation>файл PDF</translation>
    </message>
    <message>
        <source>a Parquet file; save it as CSV first</source>
        <translation>файл Parquet; сначала сохраните его как CSV</translation>
    </message>
    <message>
        <source>a backslash stands before quotation marks inside a cell.</source>
        <translation>перед кавычками внутри ячейки стоит обратная косая черта.</translation>
    </message>
    <message>
        <source>a compressed file; unpack it first</source>
        <translation>сжатый файл; сначала распакуйте его</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>база данных</translation>
    </message>
    <message>
        <source>a painted table may have up to {most} points.</source>
        <translation>в нарисованной таблице может быть до {most} точек.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>изображение</translation>
    </message>
    <message>
        <source>a quotation mark in this line is never closed</source>
        <translation>кавычка в этой строке не закрыта</translation>
    </message>
    <message>
        <source>a quotation mark in this line is never closed.</source>
        <translation>кавычка в этой строке не закрыта.</translation>
    </message>
    <message>
        <source>a quotation mark stands inside a cell</source>
        <translation>внутри ячейки стоит кавычка</translation>
    </message>
    <message>
        <source>a quotation mark stands inside a cell.</source>
        <translation>внутри ячейки стоит кавычка.</translation>
    </message>
    <message>
        <source>a text document; save the table as CSV first</source>
        <translation>текстовый документ; сначала сохраните таблицу как CSV</translation>
    </message>
    <message>
        <source>a web page; save the table as CSV first</source>
        <translation>веб-страница; сначала сохраните таблицу в CSV</translation>
    </message>
    <message>
        <source>an Excel or zip file; save the sheet as CSV first</source>
        <translation>файл Excel или zip; сначала сохраните лист как CSV</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>файл HDF5</translation>
    </message>
    <message>
        <source>an XML file; save the table as CSV first</source>
        <translation>файл XML; сначала сохраните таблицу в CSV</translation>
    </message>
    <message>
        <source>an old Excel file; save the sheet as CSV first</source>
        <translation>старый файл Excel; сначала сохраните лист как CSV</translation>
    </message>
    <message>
        <source>another target, as {target} is</source>
        <translation>ещё одна цель, как и {target}</translation>
    </message>
    <message>
        <source>as it was generated</source>
        <translation>как было создано</translation>
    </message>
    <message>
        <source>as its card says</source>
        <translation>так сказано в описании таблицы</translation>
    </message>
    <message>
        <source>as the imported weights have it</source>
        <translation>как в импортированных весах</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>уравнены</translation>
    </message>
    <message>
        <source>cannot be read: the compressed file is broken ({what}).</source>
        <translation>не удаётся прочитать: сжатый файл повреждён ({what}).</translation>
    </message>
    <message>
        <source>cannot be read: this Parquet file is broken ({what}).</source>
        <translation>не удаётся прочитать: файл Parquet повреждён ({what}).</translation>
    </message>
    <message>
        <source>cannot be read: this workbook is broken ({what}).</source>
        <translation>не удаётся прочитать: книга повреждена ({what}).</translation>
    </message>
    <message>
        <source>cannot be read: this zip archive or Excel workbook is broken.</source>
        <translation>не удаётся прочитать: архив zip или книга Excel повреждены.</translation>
    </message>
    <message>
        <source>cannot be read: {what}.</source>
        <translation>не удаётся прочитать: {what}.</translation>
    </message>
    <message>
        <source>cannot be written: {what}.</source>
        <translation>не удаётся записать: {what}.</translation>
    </message>
    <message>
        <source>cells stand in single quotation marks.</source>
        <translation>ячейки стоят в одинарных кавычках.</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>выбор сделан вами</translation>
    </message>
    <message>
        <source>chosen by you; {n} of its cells are no numbers and count as missing</source>
        <translation>выбрано вами; не чисел среди ячеек: {n}, они сочтены пропусками</translation>
    </message>
    <message>
        <source>classes with fewer than 2 rows in the training part: {classes}.</source>
        <translation>классы, у которых меньше 2 строк в обучающей части: {classes}.</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>классификация</translation>
    </message>
    <message>
        <source>column {n} has no name; it is called {name}.</source>
        <translation>у столбца {n} нет имени; он назван {name}.</translation>
    </message>
    <message>
        <source>constant: {reason}</source>
        <translation>константа: {reason}</translation>
    </message>
    <message>
        <source>date: {reason}</source>
        <translation>дата: {reason}</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>даты</translation>
    </message>
    <message>
        <source>dates such as {date}</source>
        <translation>даты вида {date}</translation>
    </message>
    <message>
        <source>dates such as {date}; &quot;{value}&quot; counts as missing</source>
        <translation>даты вида {date}; «{value}» считается пропуском</translation>
    </message>
    <message>
        <source>each of its {n} values goes with one class only</source>
        <translation>каждое из его значений ({n}) встречается лишь с одним классом</translation>
    </message>
    <message>
        <source>each of its {n} values goes with one of the target&apos;s</source>
        <translation>каждое из его значений ({n}) встречается лишь с одним значением цели</translation>
    </message>
    <message>
        <source>every cell is missing</source>
        <translation>все ячейки пусты</translation>
    </message>
    <message>
        <source>every cell of the target &quot;{target}&quot; is missing.</source>
        <translation>все ячейки целевого столбца «{target}» пусты.</translation>
    </message>
    <message>
        <source>every class has a range of its own in it</source>
        <translation>у каждого класса в нём свой диапазон</translation>
    </message>
    <message>
        <source>every line but line {line}, the names, ends with a delimiter; the empty last column is left out. If a name is missing there, add it.</source>
        <translation>каждая строка, кроме строки {line} с именами, кончается разделителем; пустой последний столбец пропущен. Если в ней не хватает имени, добавьте его.</translation>
    </message>
    <message>
        <source>every line ends with a delimiter; the empty last column is left out.</source>
        <translation>каждая строка кончается разделителем; пустой последний столбец исключён.</translation>
    </message>
    <message>
        <source>every row has another text</source>
        <translation>в каждой строке свой текст</translation>
    </message>
    <message>
        <source>every value is {value}</source>
        <translation>все значения равны {value}</translation>
    </message>
    <message>
        <source>full</source>
        <translation>вся</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>сгенерировано</translation>
    </message>
    <message>
        <source>identifier: {reason}</source>
        <translation>номер: {reason}</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>бесконечность</translation>
    </message>
    <message>
        <source>it counts the rows</source>
        <translation>нумерует строки</translation>
    </message>
    <message>
        <source>it is the first column</source>
        <translation>это первый столбец</translation>
    </message>
    <message>
        <source>it is the first column and the rows are sorted by its few values</source>
        <translation>это первый столбец, и строки упорядочены по его немногим значениям</translation>
    </message>
    <message>
        <source>it is the first column, and the only one of classes among numbers</source>
        <translation>это первый столбец и единственный с классами среди чисел</translation>
    </message>
    <message>
        <source>it is the last column</source>
        <translation>это последний столбец</translation>
    </message>
    <message>
        <source>it needs the table {name}, which this version does not have.</source>
        <translation>ему нужна таблица {name}, которой в этой версии нет.</translation>
    </message>
    <message>
        <source>it repeats the names of the columns</source>
        <translation>она повторяет имена столбцов</translation>
    </message>
    <message>
        <source>its correlation with it is {r}</source>
        <translation>их корреляция {r}</translation>
    </message>
    <message>
        <source>its name says so</source>
        <translation>так говорит имя</translation>
    </message>
    <message>
        <source>its name says so and the values differ from row to row</source>
        <translation>об этом говорит имя, и значения в строках различны</translation>
    </message>
    <message>
        <source>its name says so, and {n} of {rows} are different</source>
        <translation>так говорит имя, и {n} из {rows} различны</translation>
    </message>
    <message>
        <source>its name says that its {n} different numbers are codes</source>
        <translation>имя говорит, что его разные числа ({n}) — коды</translation>
    </message>
    <message>
        <source>its name, &quot;{name}&quot;, says so</source>
        <translation>об этом говорит имя «{name}»</translation>
    </message>
    <message>
        <source>its table is not in this text.</source>
        <translation>его таблицы в этом тексте нет.</translation>
    </message>
    <message>
        <source>its table {path} has changed since: open the table anew.</source>
        <translation>его таблица {path} с тех пор изменилась: откройте её заново.</translation>
    </message>
    <message>
        <source>its table {path} is not there any more: put it beside the project file.</source>
        <translation>его таблицы {path} больше нет: положите её рядом с файлом проекта.</translation>
    </message>
    <message>
        <source>large whole numbers, {n} different ones in {rows} rows, in the first column</source>
        <translation>большие целые числа, {n} разных в {rows} строках, в первом столбце</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>исключён вами</translation>
    </message>
    <message>
        <source>line {line} holds units, no values; it is left out.</source>
        <translation>в строке {line} единицы, а не значения; она пропущена.</translation>
    </message>
    <message>
        <source>line {line} holds words on the columns, no values; it is left out.</source>
        <translation>в строке {line} слова о столбцах, а не значения; она пропущена.</translation>
    </message>
    <message>
        <source>line {line} is a drawn line; it is left out.</source>
        <translation>строка {line} — проведённая черта; она пропущена.</translation>
    </message>
    <message>
        <source>line {line} is one name short: the first column is taken for the rows&apos; names.</source>
        <translation>в строке {line} на одно имя меньше: первый столбец принят за имена строк.</translation>
    </message>
    <message>
        <source>line {line} looks like a row of totals (&quot;{column}&quot; says &quot;{value}&quot;): it is no case to learn from.</source>
        <translation>строка {line} похожа на строку итогов (в «{column}» стоит «{value}»): это не пример для обучения.</translation>
    </message>
    <message>
        <source>line {line} looks like a row of totals (its numbers are the sums of the others): it is no case to learn from.</source>
        <translation>строка {line} похожа на строку итогов (её числа — суммы остальных): это не пример для обучения.</translation>
    </message>
    <message>
        <source>line {line} names {n} columns of {width}; the others are empty.</source>
        <translation>строка {line} называет {n} столбцов из {width}; остальные пусты.</translation>
    </message>
    <message>
        <source>line {line} repeats the names of the columns; it is left out.</source>
        <translation>строка {line} повторяет имена столбцов; она пропущена.</translation>
    </message>
    <message>
        <source>lines that begin with &quot;{mark}&quot; are comments and left out.</source>
        <translation>строки, начинающиеся с «{mark}», — комментарии и пропущены.</translation>
    </message>
    <message>
        <source>minmax</source>
        <translation>от 0 до 1</translation>
    </message>
    <message>
        <source>no column is left to be the target.</source>
        <translation>не осталось столбца, который мог бы быть целевым.</translation>
    </message>
    <message>
        <source>no column is left to predict &quot;{target}&quot; from.</source>
        <translation>не осталось столбцов, по которым прогнозировать «{target}».</translation>
    </message>
    <message>
        <source>no column of this file holds single values.</source>
        <translation>ни в одном столбце файла нет простых значений.</translation>
    </message>
    <message>
        <source>no header: the columns are named x1, x2, ... by place.</source>
        <translation>заголовка нет: столбцы названы по порядку x1, x2, ...</translation>
    </message>
    <message>
        <source>no header: the columns are taken by their places.</source>
        <translation>без заголовка: столбцы берутся по местам.</translation>
    </message>
    <message>
        <source>no other is likelier</source>
        <translation>другой не вероятнее</translation>
    </message>
    <message>
        <source>no row would be left in the table.</source>
        <translation>в таблице не осталось бы ни одной строки.</translation>
    </message>
    <message>
        <source>no sheet of this workbook holds a table.</source>
        <translation>ни на одном листе этой книги нет таблицы.</translation>
    </message>
    <message>
        <source>no target is chosen.</source>
        <translation>цель не выбрана.</translation>
    </message>
    <message>
        <source>no value in it</source>
        <translation>в ней нет ни одного значения</translation>
    </message>
    <message>
        <source>no word stands in {n} rows to learn from.</source>
        <translation>ни одно слово не встречается в {n} строках, на которых можно учиться.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>не число</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>числа</translation>
    </message>
    <message>
        <source>odd quotation marks in 1 row (line {line}); they were kept as they stand.</source>
        <translation>странные кавычки в 1 строке (строка {line}); они оставлены как есть.</translation>
    </message>
    <message>
        <source>odd quotation marks in {n} rows (lines {lines}); they were kept as they stand.</source>
        <translation>странные кавычки в строках: {n} (строки {lines}); они оставлены как есть.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>нарисовано</translation>
    </message>
    <message>
        <source>painted by hand</source>
        <translation>нарисовано от руки</translation>
    </message>
    <message>
        <source>predicting was cancelled.</source>
        <translation>вычисление прогнозов отменено.</translation>
    </message>
    <message>
        <source>reading Excel workbooks needs the package openpyxl: pip install openpyxl, or save the sheet as CSV.</source>
        <translation>для чтения книг Excel нужен пакет openpyxl: pip install openpyxl; или сохраните лист как CSV.</translation>
    </message>
    <message>
        <source>reading Parquet files needs the package pyarrow: pip install pyarrow.</source>
        <translation>для чтения файлов Parquet нужен пакет pyarrow: pip install pyarrow.</translation>
    </message>
    <message>
        <source>reading was cancelled.</source>
        <translation>чтение отменено.</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>регрессия</translation>
    </message>
    <message>
        <source>robust</source>
        <translation>робастный</translation>
    </message>
    <message>
        <source>row {row} looks like a row of totals (&quot;{column}&quot; says &quot;{value}&quot;): it is no case to learn from.</source>
        <translation>строка {row} похожа на строку итогов (в «{column}» стоит «{value}»): это не пример для обучения.</translation>
    </message>
    <message>
        <source>row {row} looks like a row of totals (its numbers are the sums of the others): it is no case to learn from.</source>
        <translation>строка {row} похожа на строку итогов (её числа — суммы остальных): это не пример для обучения.</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>стандарт</translation>
    </message>
    <message>
        <source>text: {reason}</source>
        <translation>текст: {reason}</translation>
    </message>
    <message>
        <source>text: {reason}; taken in, its words are inputs</source>
        <translation>текст: {reason}; если его взять, входами станут слова</translation>
    </message>
    <message>
        <source>the bundled tables are missing: install fcgui again.</source>
        <translation>таблиц из комплекта нет: установите fcgui заново.</translation>
    </message>
    <message>
        <source>the cells of &quot;{column}&quot;, such as &quot;{value}&quot;, are not all dates in one writing.</source>
        <translation>ячейки «{column}», например «{value}», — не все даты одной записи.</translation>
    </message>
    <message>
        <source>the classes are skewed: &quot;{largest}&quot; has {rows} rows, &quot;{other}&quot; {n}; class weights would balance them.</source>
        <translation>классы неравны: у «{largest}» {rows} строк, у «{other}» {n}; веса классов уравняют их.</translation>
    </message>
    <message>
        <source>the column &quot;{column}&quot; is taken for &quot;{name}&quot;.</source>
        <translation>столбец «{column}» принят за «{name}».</translation>
    </message>
    <message>
        <source>the decimal mark is a comma.</source>
        <translation>десятичный знак — запятая.</translation>
    </message>
    <message>
        <source>the delimiter is control character {n}.</source>
        <translation>разделитель — управляющий символ {n}.</translation>
    </message>
    <message>
        <source>the delimiter is pipe.</source>
        <translation>разделитель — вертикальная черта.</translation>
    </message>
    <message>
        <source>the delimiter is semicolon.</source>
        <translation>разделитель — точка с запятой.</translation>
    </message>
    <message>
        <source>the delimiter is spaces.</source>
        <translation>разделитель — пробелы.</translation>
    </message>
    <message>
        <source>the delimiter is tab.</source>
        <translation>разделитель — табуляция.</translation>
    </message>
    <message>
        <source>the delimiter is two or more spaces.</source>
        <translation>разделитель — два или более пробела.</translation>
    </message>
    <message>
        <source>the delimiter is {mark}.</source>
        <translation>разделитель — {mark}.</translation>
    </message>
    <message>
        <source>the encoding is {codec}.</source>
        <translation>кодировка — {codec}.</translation>
    </message>
    <message>
        <source>the file could not be read ({what}).</source>
        <translation>файл не удалось прочитать ({what}).</translation>
    </message>
    <message>
        <source>the file has a header but no rows.</source>
        <translation>в файле есть заголовок, но нет строк.</translation>
    </message>
    <message>
        <source>the file has no header and {n} columns, which fit the network&apos;s in more than one way: give them names.</source>
        <translation>в файле нет заголовка и {n} столбцов, которые подходят сети не одним способом: дайте им имена.</translation>
    </message>
    <message>
        <source>the file has no header and {n} columns; the network was trained on {m} columns ({names}) and the target {target}: give the file so many columns, or a header with these names.</source>
        <translation>в файле нет заголовка и {n} столбцов; сеть обучена на {m} столбцах ({names}) и цели {target}: дайте файлу столько же столбцов или заголовок с этими именами.</translation>
    </message>
    <message>
        <source>the file holds no rows.</source>
        <translation>в файле нет строк.</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>файл пуст.</translation>
    </message>
    <message>
        <source>the folder {folder} does not exist.</source>
        <translation>папки {folder} нет.</translation>
    </message>
    <message>
        <source>the folder {folder} is write-protected.</source>
        <translation>папка {folder} защищена от записи.</translation>
    </message>
    <message>
        <source>the head of this .arff file does not end with a line @data.</source>
        <translation>заголовок этого файла .arff не кончается строкой @data.</translation>
    </message>
    <message>
        <source>the imported weights do not know it</source>
        <translation>импортированные веса его не знают</translation>
    </message>
    <message>
        <source>the mark between thousands is a blank (in {columns}).</source>
        <translation>разделитель тысяч — пробел (столбцы: {columns}).</translation>
    </message>
    <message>
        <source>the mark between thousands is a comma (in {columns}).</source>
        <translation>разделитель тысяч — запятая (столбцы: {columns}).</translation>
    </message>
    <message>
        <source>the mark between thousands is a dot (in {columns}).</source>
        <translation>разделитель тысяч — точка (столбцы: {columns}).</translation>
    </message>
    <message>
        <source>the mark between thousands is an apostrophe (in {columns}).</source>
        <translation>разделитель тысяч — апостроф (столбцы: {columns}).</translation>
    </message>
    <message>
        <source>the name {name} comes twice; column {n} is called {other}.</source>
        <translation>имя {name} встречается дважды; столбец {n} назван {other}.</translation>
    </message>
    <message>
        <source>the names are taken from lines {line} to {last} together.</source>
        <translation>имена взяты из строк с {line} по {last} вместе.</translation>
    </message>
    <message>
        <source>the names are taken from the @attribute lines above line {line}.</source>
        <translation>имена взяты из строк @attribute над строкой {line}.</translation>
    </message>
    <message>
        <source>the names are taken from the comment in line {line}.</source>
        <translation>имена взяты из комментария в строке {line}.</translation>
    </message>
    <message>
        <source>the network needs columns that this table does not have: {columns}.</source>
        <translation>сети нужны столбцы, которых нет в этой таблице: {columns}.</translation>
    </message>
    <message>
        <source>the network&apos;s answer is no finite number.</source>
        <translation>ответ сети — не конечное число.</translation>
    </message>
    <message>
        <source>the numbers of {column} in parentheses are negative.</source>
        <translation>числа в скобках в «{column}» отрицательные.</translation>
    </message>
    <message>
        <source>the order of &quot;{column}&quot; lacks the category &quot;{category}&quot;.</source>
        <translation>в порядке для «{column}» нет категории «{category}».</translation>
    </message>
    <message>
        <source>the order of &quot;{column}&quot; names a category twice.</source>
        <translation>порядок для «{column}» называет категорию дважды.</translation>
    </message>
    <message>
        <source>the quotation marks in line {line} are odd; they were kept as they stand.</source>
        <translation>кавычки в строке {line} странные; они оставлены как есть.</translation>
    </message>
    <message>
        <source>the sheet is {sheet}, one of {n}.</source>
        <translation>лист — {sheet}, всего листов {n}.</translation>
    </message>
    <message>
        <source>the sheet is {sheet}.</source>
        <translation>лист — {sheet}.</translation>
    </message>
    <message>
        <source>the table could not be written ({what}).</source>
        <translation>таблицу не удалось записать ({what}).</translation>
    </message>
    <message>
        <source>the target &quot;{column}&quot; reaches {value} in line {line}, {far} standard deviations of the others from their mean: if that is a sum or a slip, leave the row out.</source>
        <translation>цель «{column}» достигает {value} в строке {line}: это {far} стандартных отклонений остальных от их среднего. Если это сумма или описка, исключите эту строку.</translation>
    </message>
    <message>
        <source>the target &quot;{column}&quot; reaches {value} in row {row}, {far} standard deviations of the others from their mean: if that is a sum or a slip, leave the row out.</source>
        <translation>цель «{column}» достигает {value} в строке {row}: это {far} стандартных отклонений остальных от их среднего. Если это сумма или описка, исключите эту строку.</translation>
    </message>
    <message>
        <source>the target &quot;{target}&quot; has only one value, &quot;{value}&quot;: nothing to tell apart.</source>
        <translation>в целевом столбце «{target}» только одно значение, «{value}»: различать нечего.</translation>
    </message>
    <message>
        <source>the target &quot;{target}&quot; has only one value: there is nothing to learn.</source>
        <translation>в целевом столбце «{target}» только одно значение: учить нечего.</translation>
    </message>
    <message>
        <source>the target &quot;{target}&quot; has {n} different values in {rows} rows: too many for classes.</source>
        <translation>в целевом столбце «{target}» разных значений: {n}, а строк: {rows}; для классов это слишком много.</translation>
    </message>
    <message>
        <source>the target &quot;{target}&quot; holds none of the known classes: {classes}.</source>
        <translation>в целевом столбце «{target}» нет ни одного из известных классов: {classes}.</translation>
    </message>
    <message>
        <source>the test and validation parts leave no rows for training: make one of them smaller.</source>
        <translation>тест и проверка не оставляют строк для обучения: уменьшите одну из долей.</translation>
    </message>
    <message>
        <source>the test part must be at least 0 and less than 1 of the rows.</source>
        <translation>доля тестовой выборки должна быть не меньше 0 и меньше 1.</translation>
    </message>
    <message>
        <source>the validation part must be at least 0 and less than 1 of the rows.</source>
        <translation>доля проверки должна быть не меньше 0 и меньше 1 от всех строк.</translation>
    </message>
    <message>
        <source>there are two inputs &quot;{column}&quot;: leave one of them out.</source>
        <translation>есть два входа «{column}»: исключите один из них.</translation>
    </message>
    <message>
        <source>there is no column &quot;{column}&quot;; near it are {names}.</source>
        <translation>столбца «{column}» нет; похожи {names}.</translation>
    </message>
    <message>
        <source>there is no column &quot;{column}&quot;; near it is {names}.</source>
        <translation>столбца «{column}» нет; похож {names}.</translation>
    </message>
    <message>
        <source>there is no column &quot;{column}&quot;; the columns are {names}.</source>
        <translation>столбца «{column}» нет; есть столбцы {names}.</translation>
    </message>
    <message>
        <source>there is no encoding called &quot;{name}&quot;.</source>
        <translation>кодировки «{name}» нет.</translation>
    </message>
    <message>
        <source>there is no generated set &quot;{name}&quot;; there are {names}.</source>
        <translation>нет набора «{name}»; есть {names}.</translation>
    </message>
    <message>
        <source>there is no sheet &quot;{sheet}&quot;; the sheets are {names}.</source>
        <translation>листа «{sheet}» нет; есть листы {names}.</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>такого файла нет.</translation>
    </message>
    <message>
        <source>there is not enough memory for this file.</source>
        <translation>для этого файла не хватает памяти.</translation>
    </message>
    <message>
        <source>there is not enough memory for this table.</source>
        <translation>для этой таблицы не хватает памяти.</translation>
    </message>
    <message>
        <source>this .arff file is sparse; save it in the plain form first.</source>
        <translation>этот файл .arff разреженный; сначала сохраните его в обычном виде.</translation>
    </message>
    <message>
        <source>this archive asks for a password; unpack it first.</source>
        <translation>архив требует пароль; сначала распакуйте его.</translation>
    </message>
    <message>
        <source>this archive holds {n} files; unpack it and open one of them.</source>
        <translation>файлов в архиве: {n}; распакуйте его и откройте один из них.</translation>
    </message>
    <message>
        <source>this cannot be the name of a file.</source>
        <translation>так файл называться не может.</translation>
    </message>
    <message>
        <source>this file has too many parts, or two of the same name.</source>
        <translation>в файле слишком много частей или две с одним именем.</translation>
    </message>
    <message>
        <source>this file is too large to be opened.</source>
        <translation>файл слишком велик, чтобы его открыть.</translation>
    </message>
    <message>
        <source>this file is too large to be taken into memory.</source>
        <translation>файл слишком велик для памяти.</translation>
    </message>
    <message>
        <source>this file is write-protected.</source>
        <translation>файл защищён от записи.</translation>
    </message>
    <message>
        <source>this file&apos;s format is &quot;{format}&quot;; this version reads &quot;{reads}&quot;.</source>
        <translation>формат файла — «{format}», а эта версия читает «{reads}».</translation>
    </message>
    <message>
        <source>this is a binary file, not a table of text.</source>
        <translation>это двоичный файл, а не текстовая таблица.</translation>
    </message>
    <message>
        <source>this is a folder, not a file.</source>
        <translation>это папка, а не файл.</translation>
    </message>
    <message>
        <source>this is a folder; name a file in it.</source>
        <translation>это папка; укажите файл в ней.</translation>
    </message>
    <message>
        <source>this is an office document; save the sheet as CSV first.</source>
        <translation>это офисный документ; сначала сохраните лист как CSV.</translation>
    </message>
    <message>
        <source>this is not a project file of fcgui.</source>
        <translation>это не файл проекта fcgui.</translation>
    </message>
    <message>
        <source>this is not a sound .npz file.</source>
        <translation>файл .npz повреждён.</translation>
    </message>
    <message>
        <source>this is not a weights file of fcgui.</source>
        <translation>это не файл весов fcgui.</translation>
    </message>
    <message>
        <source>this is not an ordinary file.</source>
        <translation>это не обычный файл.</translation>
    </message>
    <message>
        <source>this is not text in {codec}.</source>
        <translation>это не текст в кодировке {codec}.</translation>
    </message>
    <message>
        <source>this is {codec}, but cut off or damaged, and so not a table of text; save it anew.</source>
        <translation>это {codec}, но файл обрезан или повреждён, поэтому таблицы текста в нём нет; сохраните его заново.</translation>
    </message>
    <message>
        <source>this is {reading}.</source>
        <translation>это {reading}.</translation>
    </message>
    <message>
        <source>this line does not end: it is no table of text.</source>
        <translation>эта строка не кончается: это не текстовая таблица.</translation>
    </message>
    <message>
        <source>this project file is damaged.</source>
        <translation>файл проекта повреждён.</translation>
    </message>
    <message>
        <source>this workbook is too large; save the sheet as CSV first.</source>
        <translation>книга слишком велика; сначала сохраните лист как CSV.</translation>
    </message>
    <message>
        <source>two columns have the same name.</source>
        <translation>у двух столбцов одно имя.</translation>
    </message>
    <message>
        <source>unpacked, this file is more than a hundred times as long; unpack it first.</source>
        <translation>распакованный файл более чем в сто раз длиннее; сначала распакуйте его.</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>целые числа</translation>
    </message>
    <message>
        <source>writing was cancelled.</source>
        <translation>запись отменена.</translation>
    </message>
    <message>
        <source>y = x squared.</source>
        <translation>y = x в квадрате.</translation>
    </message>
    <message>
        <source>z if z &gt;= 0, else alpha (e^z - 1)</source>
        <translation>z при z &gt;= 0, иначе alpha (e^z - 1)</translation>
    </message>
    <message>
        <source>z times its own sigmoid: a smooth ReLU that dips below zero (also called SiLU).</source>
        <translation>z, умноженное на свою сигмоиду: гладкая ReLU с провалом ниже нуля (она же SiLU).</translation>
    </message>
    <message>
        <source>{column} has only {n} different values</source>
        <translation>в столбце {column} мало разных значений: {n}</translation>
    </message>
    <message>
        <source>{column} has {n} different texts</source>
        <translation>в столбце {column} разных текстов: {n}</translation>
    </message>
    <message>
        <source>{column} holds numbers but for {cells}; it is taken for text.</source>
        <translation>в столбце {column} числа, кроме {cells}; он принят за текст.</translation>
    </message>
    <message>
        <source>{column} holds numbers but for {cells}; these cells count as missing.</source>
        <translation>в {column} числа, кроме {cells}; эти ячейки сочтены пропусками.</translation>
    </message>
    <message>
        <source>{column} holds numbers but for {cells}; this cell counts as missing.</source>
        <translation>в {column} числа, кроме {cells}; эта ячейка сочтена пропуском.</translation>
    </message>
    <message>
        <source>{column} holds numbers with {mark}; they are read without it.</source>
        <translation>в {column} числа со знаком {mark}; они читаются без него.</translation>
    </message>
    <message>
        <source>{column} holds {type}, not single values; it is left out.</source>
        <translation>в {column} {type}, а не простые значения; столбец пропущен.</translation>
    </message>
    <message>
        <source>{column} is a number with {n} different values</source>
        <translation>в столбце {column} числа, разных значений: {n}</translation>
    </message>
    <message>
        <source>{column} is taken for categories</source>
        <translation>столбец {column} принят за категории</translation>
    </message>
    <message>
        <source>{file}, column {n}: {message}</source>
        <translation>{file}, столбец {n}: {message}</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {n}: {message}</source>
        <translation>{file}, строка {line}, столбец {n}: {message}</translation>
    </message>
    <message>
        <source>{file}, line {line}: {message}</source>
        <translation>{file}, строка {line}: {message}</translation>
    </message>
    <message>
        <source>{file}: predictions are written as .csv or .tsv: name the file so.</source>
        <translation>{file}: прогнозы записываются в .csv или .tsv: назовите файл так.</translation>
    </message>
    <message>
        <source>{file}: {message}</source>
        <translation>{file}: {message}</translation>
    </message>
    <message>
        <source>{label} cannot change during a training; start a new one.</source>
        <translation>{label}: нельзя менять во время обучения; начните новое.</translation>
    </message>
    <message>
        <source>{label} must be a finite number, not {value}.</source>
        <translation>{label}: нужно конечное число, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be a whole number, not {value}.</source>
        <translation>{label}: нужно целое число, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be above {low}, not {value}.</source>
        <translation>{label}: нужно число больше {low}, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be at least {low}, not {value}.</source>
        <translation>{label}: нужно число не меньше {low}, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be at most {high}, not {value}.</source>
        <translation>{label}: нужно число не больше {high}, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be between {low} and {high}, not {value}.</source>
        <translation>{label}: нужно число от {low} до {high}, а не {value}.</translation>
    </message>
    <message>
        <source>{message} There are at least {n} such rows.</source>
        <translation>{message} Таких строк не меньше {n}.</translation>
    </message>
    <message>
        <source>{message} There are {n} such rows.</source>
        <translation>{message} Таких строк: {n}.</translation>
    </message>
    <message>
        <source>{n} broken letters (line {lines}) stand as �; the text is UTF-8 otherwise.</source>
        <translation>испорченные буквы ({n}, строки {lines}) показаны как �; в остальном текст в UTF-8.</translation>
    </message>
    <message>
        <source>{n} cells in one line: line ends are missing, or the delimiter is another one.</source>
        <translation>ячеек в одной строке: {n}: нет концов строк или разделитель другой.</translation>
    </message>
    <message>
        <source>{n} cells of &quot;{column}&quot; hold a category that training did not know, counted as missing: {values}.</source>
        <translation>Ячеек «{column}» с категорией, неизвестной при обучении и сочтённой пропуском: {n}: {values}.</translation>
    </message>
    <message>
        <source>{n} cells of &quot;{column}&quot; hold a category that training did not know, taken for &quot;other&quot;: {values}.</source>
        <translation>Ячеек «{column}» с категорией, неизвестной при обучении и взятой как «прочее»: {n}: {values}.</translation>
    </message>
    <message>
        <source>{n} cells where the other rows have {width}</source>
        <translation>ячеек: {n}, а в других строках {width}</translation>
    </message>
    <message>
        <source>{n} cells where the other rows have {width}.</source>
        <translation>ячеек: {n}, а в других строках {width}.</translation>
    </message>
    <message>
        <source>{n} classes have fewer than {least} rows: {classes}.</source>
        <translation>Классов, в которых меньше {least} строк: {n}: {classes}.</translation>
    </message>
    <message>
        <source>{n} columns are missing in more than half of the rows: {columns}.</source>
        <translation>Столбцов, пустых больше чем в половине строк: {n}: {columns}.</translation>
    </message>
    <message>
        <source>{n} derived inputs are too many; {most} are possible.</source>
        <translation>{n} производных входов — слишком много; возможно {most}.</translation>
    </message>
    <message>
        <source>{n} different texts</source>
        <translation>разных текстов: {n}</translation>
    </message>
    <message>
        <source>{n} different texts in {rows} rows</source>
        <translation>разных текстов: {n}, строк: {rows}</translation>
    </message>
    <message>
        <source>{n} lines above the table left out (lines {line} to {last}).</source>
        <translation>Строк над таблицей пропущено: {n} (строки {line}–{last}).</translation>
    </message>
    <message>
        <source>{n} of the {rows} test rows stand among the training rows too: the test is easier than it looks.</source>
        <translation>Из {rows} тестовых строк {n} есть и среди обучающих: тест легче, чем кажется.</translation>
    </message>
    <message>
        <source>{n} of the {rows} test rows that were looked at stand among the training rows too: the test is easier than it looks.</source>
        <translation>Из {rows} просмотренных тестовых строк {n} есть и среди обучающих: тест легче, чем кажется.</translation>
    </message>
    <message>
        <source>{n} rows left out (lines {lines}): they are of another width.</source>
        <translation>Строк пропущено: {n} (строки {lines}): в них другое число ячеек.</translation>
    </message>
    <message>
        <source>{n} rows left out (lines {lines}): they repeat the names of the columns.</source>
        <translation>Строк пропущено: {n} (строки {lines}): они повторяют имена столбцов.</translation>
    </message>
    <message>
        <source>{n} rows left out (lines {lines}): they stand below the table and have only one cell.</source>
        <translation>Строк пропущено: {n} (строки {lines}): они под таблицей и в них одна ячейка.</translation>
    </message>
    <message>
        <source>{n} rows without a single value left out.</source>
        <translation>пропущено строк без единого значения: {n}.</translation>
    </message>
    <message>
        <source>{n} zero bytes (line {lines}) counted as blanks.</source>
        <translation>нулевые байты ({n}, строки {lines}) считаются пробелами.</translation>
    </message>
    <message>
        <source>{part} has the shape {shape} and type {type}, which does not fit.</source>
        <translation>{part}: форма {shape} и тип {type} не подходят.</translation>
    </message>
    <message>
        <source>{part} holds a number that is not finite.</source>
        <translation>{part}: есть число, которое не конечно.</translation>
    </message>
    <message>
        <source>{part} is damaged.</source>
        <translation>{part}: повреждено.</translation>
    </message>
    <message>
        <source>{part} is not in this file.</source>
        <translation>{part}: в файле нет.</translation>
    </message>
</context>
<context>
    <name>gallery</name>
    <message>
        <source>An empty sheet: paint points of up to eight classes.</source>
        <translation>Пустой лист: рисуйте точки до восьми классов.</translation>
    </message>
    <message>
        <source>An empty sheet: paint points with a value, shown as colour.</source>
        <translation>Пустой лист: рисуйте точки со значением, показанным цветом.</translation>
    </message>
    <message>
        <source>Paint classes</source>
        <translation>Рисовать классы</translation>
    </message>
    <message>
        <source>Paint values</source>
        <translation>Рисовать числа</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>классы</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>точки</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>числа</translation>
    </message>
    <message>
        <source>your own points</source>
        <translation>ваши точки</translation>
    </message>
</context>
</TS>
